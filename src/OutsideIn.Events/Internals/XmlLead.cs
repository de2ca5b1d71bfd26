namespace OutsideIn.Events;

/// <summary>How a tag <c>&lt;type key="…" value="…"/&gt;</c> begins, letter by letter: from the blanks before it to its value.</summary>
/// <param name="Bytes">The letters.</param>
/// <param name="Blanks">How many of them stand before the tag.</param>
/// <param name="Type">What the tag says its value is.</param>
/// <param name="NameLength">Letters of the element's name.</param>
internal sealed record XmlLead(byte[] Bytes, int Blanks, XesType Type, int NameLength);
