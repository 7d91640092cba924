using System.Text;

namespace Nexus.Bot.Features.Shared;

/// <summary>
/// Comma-separated values by RFC 4180. Every cell is in quotes, so that nobody has to guess; a library's formula guard looks at the
/// first character only, which <see cref="ExportText.InCell"/> does not.
/// </summary>
internal sealed class CsvText
{
    private readonly StringBuilder _text = new();

    public CsvText Row(IEnumerable<string> cells)
    {
        _text.AppendJoin(',', cells.Select(cell => $"\"{ExportText.InCell(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        return this;
    }

    /// <param name="isForExcel">Excel takes a file without a byte order mark for the machine's old code page.</param>
    public byte[] ToBytes(bool isForExcel) => [.. isForExcel ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(_text.ToString())];
}
