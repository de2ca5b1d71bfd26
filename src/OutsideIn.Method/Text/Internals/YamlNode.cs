namespace OutsideIn.Method.Internals;

/// <summary>The three shapes of YAML.</summary>
internal enum YamlShape
{
    Text,
    List,
    Fields,
}

/// <summary>A value of a YAML document with where it stands. Fields hold key, value, key, value, …</summary>
internal sealed class YamlNode(YamlShape shape, Place place)
{
    private static readonly List<YamlNode> None = [];

    public YamlShape Shape { get; } = shape;

    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;

    public int Line => Place.Line;

    /// <summary>The last line it stands on; comments behind it are not part of it.</summary>
    public int EndLine { get; set; } = place.Line;

    /// <summary>The column behind its last character; 0 unless it is in brackets or a text.</summary>
    public int EndColumn { get; set; }

    public string Text { get; init; } = "";

    /// <summary>Written without quotation marks.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Written with brackets, or as a text.</summary>
    public bool IsFlow { get; init; }

    public List<YamlNode> Children { get; } = shape == YamlShape.Text ? None : [];

    /// <summary>How many values this one unfolds into, anchors counted every time they are used.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>The same value written at another place, so that every use of an anchor is a value of its own.</summary>
    public YamlNode At(Place place)
    {
        var copy = new YamlNode(Shape, place) { Text = Text, IsPlain = IsPlain, IsFlow = IsFlow, Weight = Weight };
        foreach (var child in Children)
        {
            copy.Children.Add(child.At(child.Place));
        }

        return copy;
    }

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
