using OutsideIn.Events;

namespace OutsideIn.Tests.Events;

public sealed class AttributeSummaryTests
{
    [Fact]
    public void Texts_tell_how_many_are_filled_and_which_are_usual()
    {
        var texts = new CodedColumn(["red", "blue", "green", "unused"], [1, 0, 2, 3, 3, 0, 1]);

        var one = AttributeSummary.Of(new AttributeColumn("colour", AttributeLevel.Event, texts), topCount: 2);

        Assert.Equal(("colour", AttributeKind.Text, 5, 2, 3), (one.Name, one.Kind, one.Filled, one.Missing, one.Distinct));
        Assert.Equal([new ValueCount("green", 2), new ValueCount("red", 2)], one.Top);
        Assert.Null(one.Numbers);
    }

    [Fact]
    public void Numbers_tell_their_range_and_median()
    {
        var one = AttributeSummary.Of(new AttributeColumn("amount", AttributeLevel.Case, [3, double.NaN, 1, 8, 3, -0.5]));

        Assert.Equal((5, 1, 4), (one.Filled, one.Missing, one.Distinct));
        Assert.Equal(new NumberRange(-0.5, 3, 8), one.Numbers);
        Assert.Empty(one.Top);
    }

    [Fact]
    public void Times_tell_the_first_and_the_last()
    {
        var one = AttributeSummary.Of(new AttributeColumn("due", AttributeLevel.Event, [5, AttributeColumn.MissingTime, -7, 5]));

        Assert.Equal((3, 1, 2), (one.Filled, one.Missing, one.Distinct));
        Assert.Equal((-7, 5), one.TimeRangeMicros);
    }

    [Fact]
    public void Answers_tell_how_many_say_yes_and_no()
    {
        var one = AttributeSummary.Of(new AttributeColumn("urgent", AttributeLevel.Event, (sbyte[])[1, 0, 0, AttributeColumn.MissingAnswer]));

        Assert.Equal((3, 1, 2), (one.Filled, one.Missing, one.Distinct));
        Assert.Equal([new ValueCount("no", 2), new ValueCount("yes", 1)], one.Top);
    }

    [Fact]
    public void A_column_without_values_has_no_range()
    {
        var numbers = AttributeSummary.Of(new AttributeColumn("amount", AttributeLevel.Event, [double.NaN]));
        var times = AttributeSummary.Of(new AttributeColumn("due", AttributeLevel.Event, [AttributeColumn.MissingTime]));

        Assert.Equal((0, 0, null), (numbers.Filled, numbers.Distinct, numbers.Numbers));
        Assert.Equal((0, 0, null), (times.Filled, times.Distinct, times.TimeRangeMicros));
    }
}
