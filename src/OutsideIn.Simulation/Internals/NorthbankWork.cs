namespace OutsideIn.Simulation;

/// <summary>Everything that is done at Northbank, in the order in which a claim meets it.</summary>
internal static class NorthbankWork
{
    public static readonly SampleWork PolicyRefresh = new("Nightly policy refresh", SampleTeam.Systems, Policy, 0);
    public static readonly SampleWork ReportByPhone = new("Report by phone", SampleTeam.ContactCentre, Desk, 14, Phone);
    public static readonly SampleWork ReportInApp = new("Report in app", SampleTeam.Customer, App, 9, AppChannel);
    public static readonly SampleWork CheckIdentity = new("Check identity", SampleTeam.ContactCentre, Policy, 3);
    public static readonly SampleWork ReviewIdentity = new("Review identity by hand", SampleTeam.ClaimsControl, Policy, 18);
    public static readonly SampleWork ArrangeTowing = new("Arrange towing", SampleTeam.RepairNetwork, Garages, 8);
    public static readonly SampleWork RegisterClaim = new("Register claim", SampleTeam.ClaimsIntake, ClaimSystem, 9);
    public static readonly SampleWork CheckCover = new("Check cover", SampleTeam.Claims, Policy, 8);
    public static readonly SampleWork RepeatOnWeb = new("Repeat report on web form", SampleTeam.Customer, Web, 22, WebChannel);
    public static readonly SampleWork MatchWebForm = new("Match web form to claim", SampleTeam.ContactCentre, ClaimSystem, 11);

    public static readonly SampleWork SendForm = new("Paper form sent", SampleTeam.PostRoom, Post, 6, PostChannel);
    public static readonly SampleWork NoteOutstanding = new("Note form as outstanding", SampleTeam.ClaimsIntake, ClaimSystem, 4);
    public static readonly SampleWork ReturnForm = new("Signed form returned", SampleTeam.Customer, null, 0, PostChannel);
    public static readonly SampleWork ReturnFormAgain = new("Signed form returned again", SampleTeam.Customer, null, 0, PostChannel);
    public static readonly SampleWork ScanPost = new("Open and scan post", SampleTeam.PostRoom, Post, 6);
    public static readonly SampleWork IndexForm = new("Index form", SampleTeam.ClaimsIntake, ClaimSystem, 7);
    public static readonly SampleWork CheckSignature = new("Check signature", SampleTeam.ClaimsIntake, ClaimSystem, 4);
    public static readonly SampleWork KeyForm = new("Key form into claim system", SampleTeam.ClaimsIntake, ClaimSystem, 21);
    public static readonly SampleWork CompareForm = new("Compare form with report", SampleTeam.Claims, ClaimSystem, 24);
    public static readonly SampleWork ConfirmRecording = new("Confirm recorded statement", SampleTeam.Claims, ClaimSystem, 6);

    public static readonly SampleWork FirstApproval = new("First approval", SampleTeam.ClaimsControl, ClaimSystem, 14);
    public static readonly SampleWork SecondApproval = new("Second approval", SampleTeam.Finance, Ledger, 12);
    public static readonly SampleWork ChaseClaim = new("Chase call about claim", SampleTeam.ContactCentre, Desk, 7, Phone);
    public static readonly SampleWork AnswerStatus = new("Answer status question", SampleTeam.Claims, ClaimSystem, 10);

    public static readonly SampleWork Visit = new("Assessor visit", SampleTeam.Engineering, Assess, 45, VisitChannel);
    public static readonly SampleWork WriteReport = new("Write assessment report", SampleTeam.Engineering, Assess, 28);
    public static readonly SampleWork Release = new("Release assessment", SampleTeam.Systems, Assess, 0);
    public static readonly SampleWork ReviewAssessment = new("Review assessment", SampleTeam.Claims, ClaimSystem, 12);
    public static readonly SampleWork AnswerQuery = new("Answer assessment query", SampleTeam.Engineering, Assess, 15);

    public static readonly SampleWork ChooseInApp = new("Choose garage", SampleTeam.Customer, App, 6, AppChannel);
    public static readonly SampleWork ChooseOnWeb = new("Choose garage", SampleTeam.Customer, Web, 8, WebChannel);
    public static readonly SampleWork ChooseByPhone = new("Choose garage", SampleTeam.ContactCentre, Desk, 9, Phone);
    public static readonly SampleWork RequestQuotes = new("Request three quotes", SampleTeam.RepairNetwork, Garages, 8);
    public static readonly SampleWork Quote = new("Quote received", SampleTeam.RepairNetwork, Garages, 0);
    public static readonly SampleWork CompareQuotes = new("Compare quotes", SampleTeam.Claims, ClaimSystem, 12);
    public static readonly SampleWork AuthoriseRepair = new("Authorise repair", SampleTeam.Claims, ClaimSystem, 7);
    public static readonly SampleWork CarAtGarage = new("Car at garage", SampleTeam.RepairNetwork, Garages, 0);
    public static readonly SampleWork ChaseRepair = new("Chase call about repair", SampleTeam.ContactCentre, Desk, 7, Phone);
    public static readonly SampleWork AskGarage = new("Ask garage for date", SampleTeam.RepairNetwork, Garages, 9);
    public static readonly SampleWork RepairFinished = new("Repair finished", SampleTeam.RepairNetwork, Garages, 0);
    public static readonly SampleWork SendGlassFitter = new("Send glass fitter", SampleTeam.RepairNetwork, Garages, 7);
    public static readonly SampleWork Collect = new("Car collected", SampleTeam.Customer, null, 0, GarageChannel);

    public static readonly SampleWork PayGarage = new("Pay garage", SampleTeam.Finance, Ledger, 8);
    public static readonly SampleWork Withdraw = new("Claim withdrawn", SampleTeam.ClaimsIntake, ClaimSystem, 5);
    public static readonly SampleWork Refuse = new("Claim refused", SampleTeam.Claims, ClaimSystem, 12);
    public static readonly SampleWork Close = new("Claim closed", SampleTeam.Claims, ClaimSystem, 5);
    public static readonly SampleWork Reopen = new("Reopen claim", SampleTeam.Claims, ClaimSystem, 9);
    public static readonly SampleWork SendSurvey = new("Survey sent", SampleTeam.Survey, Surveys, 2, PostChannel);
    public static readonly SampleWork AnswerSurvey = new("Survey answered", SampleTeam.Customer, null, 0, PostChannel);
    public static readonly SampleWork EnterSurvey = new("Enter survey answer", SampleTeam.Survey, Surveys, 6);

    private const string Policy = "POLARIS";
    private const string ClaimSystem = "CLAIMDESK";
    private const string Desk = "TELESERVE";
    private const string Post = "POSTLINE";
    private const string Assess = "ASSESSOR";
    private const string Garages = "GARAGENET";
    private const string Ledger = "LEDGER";
    private const string Surveys = "SURVEYTOOL";
    private const string Web = "WEBFORM";
    private const string App = "NORTHBANK APP";

    private const string Phone = "phone";
    private const string WebChannel = "web";
    private const string AppChannel = "app";
    private const string PostChannel = "post";
    private const string VisitChannel = "visit";
    private const string GarageChannel = "garage";
}
