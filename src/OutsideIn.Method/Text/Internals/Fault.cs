namespace OutsideIn.Method.Internals;

/// <summary>What is wrong with one written value.</summary>
internal readonly record struct Fault(string Code, string Message, string? Hint);
