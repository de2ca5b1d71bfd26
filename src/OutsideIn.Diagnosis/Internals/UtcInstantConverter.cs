using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutsideIn.Diagnosis;

/// <summary>Instants as ISO 8601 in UTC, to the microsecond where there is one: <c>2026-03-01T09:00:00Z</c>.</summary>
internal sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
}
