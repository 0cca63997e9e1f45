using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommonLanguage.Glossary;
using Google.Protobuf;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Answers of a size that an assistant can read: as many items of a list as fit, with where to go on, and what is very long in one of
/// them cut. Pure and thread-safe.
/// </summary>
static class AssistantAnswer
{
    /// <summary>Bytes of an answer when nothing else is asked for.</summary>
    public const int UsualSize = 8_000;

    const int LeastSize = 2_000;
    const int MostSize = 200_000;

    // Room for where to go on.
    const int Envelope = 600;

    static readonly JsonFormatter Messages = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Longest text and longest list inside one item: the first pair at which it fits is taken.
    static readonly (int Text, int List)[] Cuts = [(int.MaxValue, int.MaxValue), (1_000, 20), (400, 5), (150, 2), (60, 1)];

    /// <summary>A message as it is.</summary>
    public static string Whole(IMessage message) => Messages.Format(message);

    /// <summary>Where a page begins: how many items of which page of the API are passed over.</summary>
    /// <param name="page">As an answer has named it; empty = the first.</param>
    /// <exception cref="RefusalException">No answer has named it (PageTokenInvalid).</exception>
    public static (int Skip, string Token) PageOf(string? page)
    {
        if (string.IsNullOrEmpty(page))
            return (0, "");
        var at = page.IndexOf('.', StringComparison.Ordinal);
        return at > 0 && int.TryParse(page.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? (skip, page[(at + 1)..])
            : throw new RefusalException(ErrorReason.PageTokenInvalid, "'page' is none that an answer has named; leave it out for the first page.", "page");
    }

    /// <summary>A page of the list in a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="list">The list, as JSON names it.</param>
    /// <param name="page">Where this page begins.</param>
    /// <param name="next">The API's next page; empty when there is none.</param>
    /// <param name="size">Most bytes; out of the range of 2 000 to 200 000, the nearest of it.</param>
    public static string Page(IMessage message, string list, (int Skip, string Token) page, string next, int size)
    {
        var room = Math.Clamp(size, LeastSize, MostSize) - Envelope;
        var whole = JsonNode.Parse(Messages.Format(message))!.AsObject();
        var items = whole[list]!.AsArray();
        whole.Remove(list);
        whole.Remove("nextPageToken");
        room -= Bytes(whole);
        var shown = new JsonArray();
        var i = page.Skip;
        for (; i < items.Count; i++)
        {
            var item = Fitting(items[i]!.AsObject(), room, shown.Count == 0);
            if (item is null)
                break;
            room -= Bytes(item) + 1;
            shown.Add(item);
        }

        var left = items.Count - i;
        whole[list] = shown;
        if (left > 0 || next.Length > 0)
            whole["nextPage"] = left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{i}.{page.Token}") : "0." + next;
        if (left > 0)
            whole["left"] = left;
        return whole.ToJsonString(Plain);
    }

    // The first one is cut until it fits; a later one waits for the next page rather than be cut more than a little.
    static JsonObject? Fitting(JsonObject item, int room, bool isFirst)
    {
        _ = Trim(item, int.MaxValue, int.MaxValue);
        foreach (var (text, list) in isFirst ? Cuts : Cuts[..2])
        {
            var copy = item.DeepClone().AsObject();
            if (Trim(copy, text, list))
                copy["cut"] = true;
            if (Bytes(copy) <= room || (isFirst && text == Cuts[^1].Text))
                return copy;
        }

        return null;
    }

    /// <summary>Takes out what is empty, and cuts what is long.</summary>
    static bool Trim(JsonNode node, int text, int list)
    {
        var cut = false;
        if (node is JsonArray array)
        {
            for (; array.Count > list; cut = true)
                array.RemoveAt(array.Count - 1);
            foreach (var (value, i) in array.Select((value, i) => (value, i)).ToList())
            {
                if (Short(value, text) is { } shorter)
                    (array[i], cut) = (shorter, true);
                else if (value is JsonObject or JsonArray)
                    cut |= Trim(value, text, list);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (value is null or JsonArray { Count: 0 } || (value is JsonValue known && known.TryGetValue<string>(out var written) && written.Length == 0))
                    fields.Remove(name);
                else if (Short(value, text) is { } shorter)
                    (fields[name], cut) = (shorter, true);
                else if (value is JsonObject or JsonArray)
                    cut |= Trim(value, text, list);
            }
        }

        return cut;
    }

    static JsonValue? Short(JsonNode? value, int most)
    {
        if (value is not JsonValue known || !known.TryGetValue<string>(out var text) || text.Length <= most)
            return null;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return JsonValue.Create(text[..end] + "…");
    }

    static int Bytes(JsonNode node) => Encoding.UTF8.GetByteCount(node.ToJsonString(Plain));
}
