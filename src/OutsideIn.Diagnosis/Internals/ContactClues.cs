using OutsideIn.Method;
using OutsideIn.Vocabulary;

namespace OutsideIn.Diagnosis;

/// <summary>What makes an activity look like a contact.</summary>
/// <param name="Initiator">Who seems to begin it, or null.</param>
/// <param name="Moment">Which of the five kinds it seems to be, or null.</param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record ContactClue(Initiator? Initiator, MomentKind? Moment, string Reason);

/// <summary>Recognises contacts with the customer by the words of an activity, by who did it, by channel and by position.</summary>
/// <remarks>The lexicon is written out in docs/diagnosis.md. Words are stems; a stem that ends in <c>$</c> is a whole word.</remarks>
internal static class ContactClues
{
    /// <summary>A weak word counts where the activity begins so large a share of the cases.</summary>
    private const double StartShareMin = 0.1;

    private const double MostOf = 0.5;

    private static readonly string[] CustomerWords =
    [
        "customer", "client", "claimant", "applicant", "citizen", "offender", "patient", "passenger", "guest", "subscriber", "policyholder",
        "consumer", "caller", "debtor", "borrower", "tenant", "klant", "kunde", "user$", "users$",
    ];

    private static readonly string[] TalkWords =
        ["phone", "telefon", "telephon", "telefoon", "anruf", "bellen", "chiamat", "visit", "appointment", "meeting", "interview", "besuch", "bezoek"];

    private static readonly string[] AskWords =
        ["enquir", "inquir", "complain", "klacht", "beschwerde", "reclam", "chase", "chasing", "submit", "submission", "appeal", "einspruch", "bezwaar", "lodge", "incoming", "inbound"];

    private static readonly string[] OpeningWords =
    [
        "register", "registr", "request", "apply", "application", "order", "report$", "reported", "claim", "ticket", "receiv", "receipt",
        "booking", "requisition", "intake", "notice", "file$", "filed", "open$", "opened", "insert", "aanvraag", "melding", "antrag", "meldung", "eingang", "richiesta", "domanda",
    ];

    private static readonly string[] TellWords =
        ["notif", "letter", "email", "mail$", "sms$", "survey", "remind", "herinner", "mahnung", "sollecit", "advise", "brief$", "schreiben"];

    private static readonly string[] SendWords = ["send", "sent$", "sending", "mailed", "verzend", "verzond", "versend", "versand", "invi"];

    /// <summary>The clue that the customer did it, which no word outweighs, or null.</summary>
    public static ContactClue? ByDoer(ActivityProfile profile, SuggestionFacts facts)
    {
        if (profile.Events > 0 && profile.ByCustomer >= MostOf * profile.Events)
        {
            return new(Initiator.Customer, null,
                $"The customer does it: {CountText.Of(profile.ByCustomer)} of {CountText.Of(profile.Events, "event", "events")} by name of resource or team.");
        }

        return ActorIn(profile.Words) is { Length: > 0 } actor && facts.CustomerActors.Contains(actor)
            ? new(Initiator.Customer, null, $"Its name says that it is done by '{actor}', who also brings the matter in.")
            : null;
    }

    /// <summary>The clue in its name, its position or its channel that an activity is a contact, or null.</summary>
    public static ContactClue? ByName(ActivityProfile profile, SuggestionFacts facts) =>
        ByTalk(profile.Words) ?? ByReceiving(profile.Words) ?? ByTelling(profile.Words) ?? ByAsking(profile.Words)
        ?? ByOpening(profile, facts) ?? ByChannel(profile, facts);

    /// <summary>Whether a name of a resource or team stands for the customer.</summary>
    public static string? CustomerWordIn(ActivityWords name) => name.FirstWith(CustomerWords);

    /// <summary>Who the name says did it: the words after "by", joined; empty where it does not say.</summary>
    public static string ActorIn(ActivityWords name)
    {
        var by = name.All.ToList().LastIndexOf("by");
        return by < 0 ? string.Empty : string.Join(' ', name.All.Skip(by + 1));
    }

    private static ContactClue? ByTalk(ActivityWords words)
    {
        // A call centre is a team, not a call.
        var call = words.HasInRow("call$", "cent") ? null : words.FirstWith("call$", "calls$", "called$", "calling$");
        if ((call ?? words.FirstWith(TalkWords)) is not { } word)
        {
            return null;
        }

        // "Call incomplete files" is an order to call; "Chase call" is a call that came.
        Initiator? initiator = words.FirstWith("incoming", "inbound", "received", "from$", "chase", "complain") is not null ? Initiator.Customer
            : words.All.FirstOrDefault(static one => one.Length > 2) == "call" ? Initiator.Organisation
            : null;
        return new(initiator, MomentKind.PersonPerson, $"The word '{word}' in its name: somebody speaks with the customer.");
    }

    private static ContactClue? ByAsking(ActivityWords words) =>
        words.FirstWith(AskWords) is { } word && !IsBetweenOthers(words)
            ? new(Initiator.Customer, null, $"The word '{word}' in its name: the customer asks or hands something in.")
            : null;

    private static ContactClue? ByReceiving(ActivityWords words)
    {
        if (words.All is ["payment"])
        {
            return new(Initiator.Customer, null, "Its name is 'payment': the customer pays.");
        }

        if (words.FirstWith("receiv", "collected$", "collect$", "return", "abgeholt", "opgehaald") is not { } word || IsBetweenOthers(words)
            || words.FirstWith("debt", "credit", "loan", "data", "information") is not null)
        {
            return null;
        }

        var thing = words.FirstWith("form", "document", "letter", "feedback", "response", "reply", "signed", "payment", "car$", "parcel", "goods", "item");
        var who = words.FirstWith(CustomerWords);
        return thing is null && who is null
            ? null
            : new(Initiator.Customer, word.StartsWith("collect", StringComparison.Ordinal) ? MomentKind.PersonProduct : null,
                $"The words '{word}' and '{who ?? thing}' in its name: something passes between the customer and the firm.");
    }

    private static ContactClue? ByTelling(ActivityWords words)
    {
        if (IsBetweenOthers(words))
        {
            return null;
        }

        if (words.FirstWith(SendWords) is { } sent && !words.HasInRow("send", "for$"))
        {
            return new(Initiator.Organisation, null, $"The word '{sent}' in its name: something goes to the customer.");
        }

        var told = words.FirstWith(TellWords) ?? words.FirstWith("inform$", "informed$", "informs$", "informing$");
        if (told is not null || (words.HasInRow("e$", "mail")))
        {
            return new(Initiator.Organisation, null, $"The word '{told ?? "e-mail"}' in its name: the customer is told something.");
        }

        return words.FirstWith("contact$", "contacted$", "meet$") is { } met
            ? new(Initiator.Organisation, null, $"The word '{met}' in its name: somebody gets in touch with the customer.")
            : null;
    }

    private static ContactClue? ByOpening(ActivityProfile profile, SuggestionFacts facts) =>
        (profile.FirstInCases >= StartShareMin * facts.CaseCount || profile.FirstInCases >= MostOf * profile.Events)
        && profile.Words.FirstWith(OpeningWords) is { } word
            ? new(Initiator.Customer, null, $"The word '{word}' in its name, and it begins {Share(profile.FirstInCases, facts.CaseCount)} of the cases: the matter comes in.")
            : null;

    private static ContactClue? ByChannel(ActivityProfile profile, SuggestionFacts facts) =>
        facts.ChannelTellsApart && profile.WithChannel >= MostOf * profile.Events
            ? new(null, null, $"{CountText.Of(profile.WithChannel)} of {CountText.Of(profile.Events, "event", "events")} name a channel, which other activities do not.")
            : null;

    private static string Share(int part, int whole) => ShareText.Of((double)part / whole);

    // "Send appeal to prefecture", "receive result from laboratory": the other end is named and is not the customer.
    private static bool IsBetweenOthers(ActivityWords words)
    {
        for (var index = 0; index + 1 < words.All.Count; index++)
        {
            if (words.All[index] is "to" or "from" && index > 0 && words.FirstWith(CustomerWords) is null
                && words.FirstWith(SendWords) is null == (words.All[index] == "from"))
            {
                return true;
            }
        }

        return words.FirstWith("supplier", "vendor", "intern", "partner") is not null;
    }
}
