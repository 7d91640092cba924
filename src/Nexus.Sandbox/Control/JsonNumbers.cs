using System.Globalization;
using System.Text.Json;

namespace Nexus.Sandbox.Control;

/// <summary>Numbers as people give them: as JSON numbers or as text.</summary>
internal static class JsonNumbers
{
    public static bool TryNumber(this JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetDouble(out number),
            JsonValueKind.String => double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number),
            _ => false,
        };
    }
}
