namespace OutsideIn.Statistics;

/// <summary>On which scale the interval of a share that has not reached it yet is made.</summary>
/// <remarks>Source: Borgan and Liestøl (1990), A note on confidence intervals and bands for the survival function based on transformations, Scandinavian Journal of Statistics 17.</remarks>
public enum CurveScale
{
    /// <summary>ln(−ln S): never leaves [0, 1] and covers best where few are left; used where nothing else is asked for.</summary>
    LogLog,

    /// <summary>ln S, cut at 1; what R's survival package prints.</summary>
    Log,

    /// <summary>S itself, cut at 0 and 1; too narrow near both ends.</summary>
    Plain,
}
