namespace OutsideIn.Simulation;

/// <summary>The files that are part of the program.</summary>
internal static class SampleFile
{
    public static string Read(string name)
    {
        using var stream = typeof(SampleFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
