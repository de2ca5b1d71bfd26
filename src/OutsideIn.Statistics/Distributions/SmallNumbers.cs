namespace OutsideIn.Statistics;

/// <summary>Logarithm and exponential next to 1, where the usual forms lose the digits of what is added.</summary>
public static class SmallNumbers
{
    /// <summary>ln(1 + x) for x &gt; −1.</summary>
    /// <remarks>Source: Kahan, as theorem 4 of Goldberg (1991), What every computer scientist should know about floating-point arithmetic, ACM Computing Surveys 23. The run-time's own <c>LogP1</c> is ln of the rounded sum.</remarks>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : double.IsFinite(sum) ? Math.Log(sum) * (x / (sum - 1)) : sum;
    }

    /// <summary>eˣ − 1.</summary>
    /// <remarks>Source: Kahan, as in Higham (2002), Accuracy and stability of numerical algorithms, §1.14.1.</remarks>
    public static double ExpLessOne(double x)
    {
        var power = Math.Exp(x);
        var less = power - 1;
        return power == 1 ? x : less is -1 || !double.IsFinite(power) ? less : less * (x / Math.Log(power));
    }
}
