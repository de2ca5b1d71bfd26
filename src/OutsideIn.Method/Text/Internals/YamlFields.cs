namespace OutsideIn.Method.Internals;

/// <summary>The keys of a group of the tree.</summary>
internal static class YamlFields
{
    /// <summary>What is written for a key in any spelling; null where the key is not written.</summary>
    public static YamlNode? Find(YamlNode group, string key)
    {
        for (var index = 0; index + 1 < group.Children.Count; index += 2)
        {
            if (Is(group.Children[index], key))
            {
                return group.Children[index + 1];
            }
        }

        return null;
    }

    /// <summary>The key itself as it is first written; null where it is not.</summary>
    public static YamlNode? First(YamlNode group, string key)
    {
        for (var index = 0; index + 1 < group.Children.Count; index += 2)
        {
            if (Is(group.Children[index], key))
            {
                return group.Children[index];
            }
        }

        return null;
    }

    /// <summary>Whether a node is this key.</summary>
    public static bool Is(YamlNode node, string key) => node.Shape == YamlShape.Text && Keys.Alike.Equals(node.Text, key);
}
