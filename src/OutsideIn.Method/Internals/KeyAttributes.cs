namespace OutsideIn.Method.Internals;

/// <summary>The key a property has in the written map, where it is not the property's own name in small words.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The property holds ids of entries of these sorts; in the text an id or a name may stand.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RefersToAttribute(params Type[] sorts) : Attribute
{
    public IReadOnlyList<Type> Sorts { get; } = sorts;
}

/// <summary>A group of keys may be written as one text, which is then this property.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShorthandAttribute : Attribute;

/// <summary>The entry is no entry without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededAttribute : Attribute;

/// <summary>The least and the most a number may be; a share may also be written as a percentage.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(double least, double most) : Attribute
{
    public double Least { get; } = least;

    public double Most { get; } = most;
}

/// <summary>A number from 0 to 1 that is written as a percentage.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShareAttribute : Attribute;

/// <summary>The word a value of a fixed set is written with, where it is not its own name in small words.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class WordAttribute(string word) : Attribute
{
    public string Word { get; } = word;
}

/// <summary>What a text must be readable as.</summary>
internal enum TextForm
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>Days of the week and hours, as <see cref="Vocabulary.WeeklyHours"/> reads them.</summary>
    WeeklyHours,

    /// <summary>A zone of the IANA time zone database.</summary>
    TimeZone,

    /// <summary>A number, a percentage or a duration, as <see cref="Vocabulary.Amount"/> reads them.</summary>
    Amount,
}

/// <summary>The text, or each text of the list, must be readable so.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute(TextForm form) : Attribute
{
    public TextForm Form { get; } = form;
}

/// <summary>The key of an entry's name, where it is not "name".</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NameKeyAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The entry may go without a name, and its id is then made from its section.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UnnamedAttribute : Attribute;

/// <summary>Where nothing is said the list is the entry's own name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameByDefaultAttribute : Attribute;
