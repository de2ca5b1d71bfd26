namespace OutsideIn.Simulation;

/// <summary>How Northbank gets a car repaired, and how it closes its claim. Each planted cause carries its number in <see cref="NorthbankTruth"/>.</summary>
internal static class NorthbankRepair
{
    private static readonly Chase AboutAssessment = new(NorthbankWork.ChaseRepair, NorthbankWork.AskGarage, NorthbankTruth.AssessmentPatienceDays);
    private static readonly Chase AboutRepair = new(NorthbankWork.ChaseRepair, NorthbankWork.AskGarage, NorthbankTruth.RepairPatienceDays);
    private static readonly string[] Garages = ["first garage", "second garage", "third garage"];

    /// <summary>The story from approval on.</summary>
    public static void Tell(CaseStory story)
    {
        Assessed(story);
        Authorised(story);
        var isClosed = story.Happens(NorthbankTruth.EarlyCloseAtStart
            + ((NorthbankTruth.EarlyCloseAtEnd - NorthbankTruth.EarlyCloseAtStart) * story.Matter.Progress));
        if (isClosed)
        {
            story.Do(NorthbankWork.Close, story.Between(1, 20));
        }

        Mended(story, isClosed);
        Settled(story, isClosed);
    }

    /// <summary>Glass is mended without form, approval or assessor.</summary>
    public static void MendGlass(CaseStory story)
    {
        story.Do(NorthbankWork.SendGlassFitter, story.Between(1, 20));
        story.Do(NorthbankWork.Collect, story.Between(20, 90));
        Settled(story, isClosed: false);
    }

    /// <summary>The firm's end of a matter whose customer will not get there.</summary>
    public static void CloseAfterLoss(CaseStory story) => story.Do(NorthbankWork.Close, story.Between(4, 50));

    private static void Assessed(CaseStory story)
    {
        story.Do(NorthbankWork.Visit, story.Between(22, 76));
        story.Do(NorthbankWork.WriteReport, story.Between(1, 6));

        // R5: exactly 48 hours, by day and night.
        story.DoAtAfterWaiting(
            NorthbankWork.Release, story.Now + (NorthbankTruth.FixedWaitHours * SampleCalendar.Hour), AboutAssessment, "released");
        story.Do(NorthbankWork.ReviewAssessment, story.Between(0.5, 8));
        for (var query = 0; query < 2 && story.Happens(NorthbankTruth.AssessmentQueried); query++)
        {
            story.Do(NorthbankWork.AnswerQuery, story.Between(3, 30));
            story.Do(NorthbankWork.ReviewAssessment, story.Between(1, 10));
        }
    }

    // The choice of a garage (M7) and three quotes (R3), of which the first hardly ever loses.
    private static void Authorised(CaseStory story)
    {
        story.Do(Choice(story), story.Between(2, 30));
        if (story.Matter.Amount > NorthbankTruth.QuotesAbovePounds)
        {
            story.Do(NorthbankWork.RequestQuotes, story.Between(0.5, 5));
            var winner = story.Happens(NorthbankTruth.FirstQuoteWins) ? 0 : 1 + (story.Happens(0.5) ? 1 : 0);
            for (var garage = 0; garage < Garages.Length; garage++)
            {
                var above = garage == winner ? 0 : 0.02 + (story.Between(0, 1) / (double)SampleCalendar.Hour * 0.2);
                var at = SampleCalendar.Open(story.Now + story.Between(2, 14), Hours.Service);
                story.DoAt(NorthbankWork.Quote, at, quote: Math.Round(story.Matter.Amount * (1 + above), 2));
            }

            story.Do(NorthbankWork.CompareQuotes, story.Between(1, 8), Garages[winner]);
        }

        story.Do(NorthbankWork.AuthoriseRepair, story.Between(0.5, 9));
    }

    private static SampleWork Choice(CaseStory story) => story.Matter.Category switch
    {
        SampleMatter.TechSavvy => NorthbankWork.ChooseInApp,
        SampleMatter.SilverSurfer => NorthbankWork.ChooseByPhone,
        _ => NorthbankWork.ChooseOnWeb,
    };

    // The queue at the garages grows through the year: the customer's clock worsens while the firm's improves.
    private static void Mended(CaseStory story, bool isClosed)
    {
        var queueDays = NorthbankTruth.QueueDaysAtStart
            + ((NorthbankTruth.QueueDaysAtEnd - NorthbankTruth.QueueDaysAtStart) * story.Matter.Progress);
        var chasesBefore = story.Chases;
        story.DoAfterWaiting(NorthbankWork.CarAtGarage, story.AtLeast(queueDays * 12, queueDays * 24), AboutRepair);
        if (isClosed && story.Chases > chasesBefore)
        {
            story.Do(NorthbankWork.Reopen, story.Between(0.5, 6));
            story.Do(NorthbankWork.Close, story.Between(4, 30));
        }

        story.Do(NorthbankWork.RepairFinished, story.Between(16, 120));
        story.Do(NorthbankWork.Collect, story.Between(1, 20));
        if (story.Happens(NorthbankTruth.FaultyRepair))
        {
            story.Do(NorthbankWork.ChaseRepair, story.Between(30, 150));
            story.Do(NorthbankWork.AskGarage, story.Between(0.2, 3));
            story.Do(NorthbankWork.CarAtGarage, story.Between(20, 90));
            story.Do(NorthbankWork.RepairFinished, story.Between(8, 50));
            story.Do(NorthbankWork.Collect, story.Between(1, 20));
        }
    }

    // The survey comes three weeks after the car was collected; nobody's work depends on it.
    private static void Settled(CaseStory story, bool isClosed)
    {
        var collected = story.Now;
        story.Do(NorthbankWork.PayGarage, story.Between(20, 100));
        if (!isClosed)
        {
            story.Do(NorthbankWork.Close, story.Between(20, NorthbankTruth.CloseHoursAtStart * (1 - (0.75 * story.Matter.Progress))));
        }

        story.Do(NorthbankWork.SendSurvey, collected + (NorthbankTruth.SurveyAfterDays * SampleCalendar.Day) - story.Now);
        if (story.Happens(story.Chases == 0 ? NorthbankTruth.SurveyAnsweredUnchased : NorthbankTruth.SurveyAnsweredAfterChase))
        {
            story.Do(NorthbankWork.AnswerSurvey, story.AtLeast(48, 150));
            story.Score(Satisfaction(story, collected));
            story.Do(NorthbankWork.EnterSurvey, story.Between(2, 30));
        }
    }

    // A point for each call the customer had to make and for each fortnight without the car; nobody is quite sure what they feel.
    private static double Satisfaction(CaseStory story, long collected)
    {
        var fortnights = (collected - story.Matter.ReportedAt) / (14.0 * SampleCalendar.Day);
        var mood = story.Between(0, 2) / (double)SampleCalendar.Hour;
        return Math.Clamp(Math.Round(4.5 - story.Chases - fortnights + mood, MidpointRounding.AwayFromZero), 1, 5);
    }
}
