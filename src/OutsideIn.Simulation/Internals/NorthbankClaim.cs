namespace OutsideIn.Simulation;

/// <summary>How Northbank handles a claim from report to approval. Each planted cause carries its number in <see cref="NorthbankTruth"/>.</summary>
internal static class NorthbankClaim
{
    private const int FormsMax = 3;

    private static readonly Chase AboutClaim = new(NorthbankWork.ChaseClaim, NorthbankWork.AnswerStatus, NorthbankTruth.ClaimPatienceDays);

    /// <summary>Tells the whole story of a matter.</summary>
    public static void Tell(CaseStory story)
    {
        if (!Reported(story))
        {
            NorthbankRepair.CloseAfterLoss(story);
            return;
        }

        if (story.Matter.IsGlass)
        {
            NorthbankRepair.MendGlass(story);
            return;
        }

        if (!Stated(story) || !Approved(story))
        {
            NorthbankRepair.CloseAfterLoss(story);
            return;
        }

        NorthbankRepair.Tell(story);
    }

    private static bool Reported(CaseStory story)
    {
        var matter = story.Matter;
        if (story.Happens(NorthbankTruth.NightlyWorkShare))
        {
            story.DoOnTheNightBefore(NorthbankWork.PolicyRefresh, secondsAfterMidnight: 7_800);
        }

        var inApp = matter.Category == SampleMatter.TechSavvy && story.Happens(0.75);
        story.DoAt(inApp ? NorthbankWork.ReportInApp : NorthbankWork.ReportByPhone, matter.ReportedAt);
        var isKnown = story.Happens(0.985);
        story.Do(NorthbankWork.CheckIdentity, story.Between(0, 0.2), isKnown ? "pass" : "fail");
        if (!isKnown)
        {
            story.Do(NorthbankWork.ReviewIdentity, story.Between(4, 24));
        }

        if (!matter.IsDrivable)
        {
            story.Do(NorthbankWork.ArrangeTowing, story.Between(0.2, 1.5));
        }

        story.Do(NorthbankWork.RegisterClaim, story.Between(1, 12));
        if (!matter.IsGlass && story.Happens(matter.Category == SampleMatter.SilverSurfer ? 0.8 : 0.95))
        {
            story.Do(NorthbankWork.RepeatOnWeb, story.Between(3, 26));
            story.Do(NorthbankWork.MatchWebForm, story.Between(0.5, 12));
        }

        var isCovered = story.Happens(0.972);
        story.Do(NorthbankWork.CheckCover, story.Between(0.5, 9), isCovered ? "covered" : "not covered");
        if (!isCovered)
        {
            story.Do(NorthbankWork.Refuse, story.Between(2, 30));
            return false;
        }

        return true;
    }

    // The paper form (M3), its signed return (M4) and the ink rule (R1) that sends it back.
    private static bool Stated(CaseStory story)
    {
        if (!story.Matter.NeedsPaper)
        {
            story.Do(NorthbankWork.ConfirmRecording, story.Between(1, 8));
            return !story.Happens(0.01) || Withdrawn(story, story.Between(24, 120));
        }

        for (var form = 1; form <= FormsMax; form++)
        {
            story.Do(NorthbankWork.SendForm, story.Between(2, 20));
            story.Do(NorthbankWork.NoteOutstanding, story.Between(0.2, 4));
            if (story.Happens(form == 1 ? NorthbankTruth.FirstFormLost : NorthbankTruth.ReturnedFormLost))
            {
                return Withdrawn(story, story.Between(21 * 24, 28 * 24));
            }

            story.Do(form == 1 ? NorthbankWork.ReturnForm : NorthbankWork.ReturnFormAgain, story.AtLeast(60, 115));
            story.Do(NorthbankWork.ScanPost, story.Between(0.5, 5));
            story.Do(NorthbankWork.IndexForm, story.Between(0.5, 10));
            var isInk = form == FormsMax || story.Happens(1 - NorthbankTruth.FormSentBack);
            story.Do(NorthbankWork.CheckSignature, story.Between(0.1, 1), isInk ? "ink" : "no ink");
            if (isInk)
            {
                break;
            }
        }

        story.Do(NorthbankWork.KeyForm, story.Between(0.5, 8));
        story.Do(NorthbankWork.CompareForm, story.Between(1, 14));
        return true;
    }

    // Two approvals (R2): the second repeats the first, on Mondays only.
    private static bool Approved(CaseStory story)
    {
        var isApproved = story.Happens(0.985);
        story.DoAfterWaiting(NorthbankWork.FirstApproval, story.Between(6, 40), AboutClaim, isApproved ? "approved" : "declined");
        if (isApproved)
        {
            isApproved = story.Happens(NorthbankTruth.SecondApprovalAgrees);
            var monday = SampleCalendar.NextMondayAtTen(story.Now + SampleCalendar.Hour) + story.Between(0, 3);
            story.DoAtAfterWaiting(NorthbankWork.SecondApproval, monday, AboutClaim, isApproved ? "approved" : "declined");
        }

        if (!isApproved)
        {
            story.Do(NorthbankWork.Refuse, story.Between(2, 30));
            return false;
        }

        return !story.Happens(story.Chases > 1 ? 0.03 : 0.005) || Withdrawn(story, story.Between(2, 40));
    }

    private static bool Withdrawn(CaseStory story, long wait)
    {
        story.Do(NorthbankWork.Withdraw, wait);
        return false;
    }
}
