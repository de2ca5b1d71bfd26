namespace OutsideIn.Method.Internals;

/// <summary>Whether two records say the same, lists item by item; the equality of records themselves compares lists by identity.</summary>
internal static class Sameness
{
    public static bool Same(GroupFormat format, object one, object other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        foreach (var field in format.Fields)
        {
            if (!Same(field, one, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same of what stands behind one key.</summary>
    public static bool Same(FieldFormat field, object one, object other)
    {
        var (left, right) = (field.Get(one), field.Get(other));
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null)
        {
            return false;
        }

        if (field.List is null)
        {
            return field.Group is { } group ? Same(group, left, right) : left.Equals(right);
        }

        var (ours, theirs) = (field.Items(one), field.Items(other));
        if (ours.Count != theirs.Count)
        {
            return false;
        }

        for (var index = 0; index < ours.Count; index++)
        {
            if (field.Group is { } item ? !Same(item, ours[index], theirs[index]) : !ours[index].Equals(theirs[index]))
            {
                return false;
            }
        }

        return true;
    }
}
