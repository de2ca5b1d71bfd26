namespace OutsideIn.Diagnosis;

/// <summary>Recognises activities that ask a business rule by their words.</summary>
internal static class RuleClues
{
    private static readonly string[] Stems =
    [
        "check", "approv", "verif", "decid", "decision", "assess", "review", "validat", "determin", "examin", "evaluat", "inspect",
        "authori", "audit", "test$", "prüf", "genehm", "goedkeur", "goedgekeurd", "toets", "beoordel", "controle", "controll", "verific", "valuta",
    ];

    /// <summary>The rule word with which the name begins, codes of one or two letters left out, or null.</summary>
    public static string? FirstWordIn(ActivityWords name) =>
        name.All.FirstOrDefault(static word => word.Length > 2) is { } first && WordIn(name) == first ? first : null;

    /// <summary>The first rule word anywhere in the name, or null.</summary>
    public static string? WordIn(ActivityWords name) => name.FirstWith(Stems);
}
