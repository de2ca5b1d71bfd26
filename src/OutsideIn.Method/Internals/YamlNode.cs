namespace OutsideIn.Method.Internals;

/// <summary>The three shapes of YAML.</summary>
internal enum YamlShape
{
    Text,
    List,
    Fields,
}

/// <summary>A value of a YAML document with where it stands. Fields hold key, value, key, value, …</summary>
internal sealed class YamlNode(YamlShape shape, int line, int column)
{
    public YamlShape Shape { get; } = shape;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public string Text { get; init; } = "";

    /// <summary>Written without quotation marks.</summary>
    public bool IsPlain { get; init; }

    public List<YamlNode> Children { get; } = [];

    /// <summary>How many values this one unfolds into, anchors counted every time they are used.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>Nothing was written, or what YAML calls null.</summary>
    public bool IsNothing => Shape == YamlShape.Text && IsPlain && Text is ("" or "~" or "null");

    /// <summary>The shape in the words of a message.</summary>
    public string ShapeWords => Shape switch
    {
        YamlShape.Text => "a text",
        YamlShape.List => "a list",
        _ => "a group of keys",
    };
}
