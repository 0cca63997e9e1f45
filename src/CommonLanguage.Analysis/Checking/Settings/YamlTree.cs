using System.Globalization;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>
/// YAML as mappings, lists and texts, read from the events of YamlDotNet: no reflection, no aliases, bounded depth. A mapping is a
/// dictionary of text to object, a list a list of objects, all else text.
/// </summary>
static class YamlTree
{
    const int Deepest = 16;

    /// <exception cref="UnreadableInputException">Not YAML; names the file and the line.</exception>
    public static Dictionary<string, object> Read(string yaml, string shownName)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            _ = parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return [];
            return Value(parser, 0) switch
            {
                Dictionary<string, object> mapping => mapping,
                "" => [],
                _ => throw new YamlException("a mapping of keys was expected"),
            };
        }
        catch (YamlException fault)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture, $"'{shownName}' is not YAML as expected (line {fault.Start.Line}: {fault.Message.TrimEnd('.')}); correct it."), fault);
        }
    }

    /// <summary>Holds a mapping to the keys that are read: one that is passed over would switch off what it was meant to say.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="shownName">What the file is called.</param>
    /// <param name="keys">The keys that are read.</param>
    /// <exception cref="UnreadableInputException">It has another key; names it, and the one that was probably meant.</exception>
    public static Dictionary<string, object> WithKeys(this Dictionary<string, object> mapping, string shownName, params string[] keys)
    {
        foreach (var key in mapping.Keys.Where(key => !keys.Contains(key, StringComparer.Ordinal)))
        {
            throw new UnreadableInputException(NearSpelling.Nearest(key, keys) is { } nearest
                ? $"'{shownName}' has the key '{key}'; did you mean '{nearest}'?"
                : $"'{shownName}' has the key '{key}', which is not read there; use {string.Join(", ", keys)}.");
        }

        return mapping;
    }

    public static string Text(this Dictionary<string, object> mapping, string key) => mapping.GetValueOrDefault(key) as string ?? "";

    /// <summary>A list of texts; a single text, which may have commas, counts as one.</summary>
    public static IEnumerable<string> Texts(this Dictionary<string, object> mapping, string key) => mapping.GetValueOrDefault(key) switch
    {
        string text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        List<object> list => list.OfType<string>(),
        _ => [],
    };

    /// <summary>A mapping under a key; empty when the key is not there or has nothing after it.</summary>
    /// <exception cref="UnreadableInputException">Something else stands there.</exception>
    public static Dictionary<string, object> Mapping(this Dictionary<string, object> mapping, string key, string shownName) => mapping.GetValueOrDefault(key) switch
    {
        null or "" => [],
        Dictionary<string, object> inner => inner,
        _ => throw new UnreadableInputException($"'{shownName}' has no keys under '{key}'; write one to a line, with a colon after it."),
    };

    public static IEnumerable<Dictionary<string, object>> Mappings(this Dictionary<string, object> mapping, string key) =>
        mapping.GetValueOrDefault(key) is List<object> list ? list.OfType<Dictionary<string, object>>() : [];

    static object Value(Parser parser, int depth)
    {
        if (depth > Deepest)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar.Value;
        if (parser.TryConsume<SequenceStart>(out _))
        {
            List<object> list = [];
            while (!parser.TryConsume<SequenceEnd>(out _))
                list.Add(Value(parser, depth + 1));
            return list;
        }

        if (!parser.TryConsume<MappingStart>(out _))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "aliases are not read");
        Dictionary<string, object> mapping = new(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            mapping[key] = Value(parser, depth + 1);
        }

        return mapping;
    }
}
