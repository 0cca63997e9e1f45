using CommonLanguage.Analysis.Meaning.Aligning;
using Microsoft.ML.OnnxRuntime;

namespace CommonLanguage.Encoder;

/// <summary>
/// The frozen sentence encoder (snowflake-arctic-embed-xs with 8-bit weights): reads a text once and gives the state of each piece of a word.
/// English. Thread-safe.
/// </summary>
public sealed class DefinitionEncoder : IDisposable
{
    /// <summary>Name of the file that holds the network.</summary>
    public const string Model = "encoder.onnx";

    /// <summary>Name of the file that holds the pieces of words.</summary>
    public const string Vocabulary = "encoder.vocabulary";

    const int Half = EncodedText.Width / 2;
    static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    static readonly string[] Outputs = ["middle", "last_hidden_state"];

    readonly WordPiece words;
    readonly InferenceSession session;
    readonly RunOptions options = new();
    readonly EncoderThreads threads = new();

    /// <param name="folder">Folder that holds encoder.onnx and encoder.vocabulary.</param>
    /// <exception cref="FileNotFoundException">One of the files is missing.</exception>
    public DefinitionEncoder(string folder)
    {
        words = new WordPiece(Path.Combine(folder, Vocabulary));
        using var settings = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        session = new InferenceSession(Path.Combine(folder, Model), settings);
    }

    /// <summary>Reads a text. Costs about 0.1 ms of processor time a word.</summary>
    /// <param name="text">Any text; <see cref="EncodedText.Longest"/> pieces are read.</param>
    public EncodedText Read(string text)
    {
        var pieces = words.Cut(text, EncodedText.Longest);
        var length = pieces.Count + 2;
        var (ids, mask, types) = (new long[length], new long[length], new long[length]);
        for (var i = 0; i < length; i++)
        {
            ids[i] = i == 0 ? WordPiece.Start : i == length - 1 ? WordPiece.End : pieces[i - 1].Number;
            mask[i] = 1;
        }

        return threads.Run(() => Pass(pieces, ids, mask, types));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        threads.Dispose();
        options.Dispose();
        session.Dispose();
    }

    EncodedText Pass(IReadOnlyList<Piece> pieces, long[] ids, long[] mask, long[] types)
    {
        long[] shape = [1, ids.Length];
        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typeValue = OrtValue.CreateTensorValueFromMemory(types, shape);
        using var answers = session.Run(options, Inputs, [idValue, maskValue, typeValue], Outputs);
        var middle = answers[0].GetTensorDataAsSpan<float>();
        var last = answers[1].GetTensorDataAsSpan<float>();
        var states = new float[pieces.Count * EncodedText.Width];
        for (var i = 0; i < pieces.Count; i++)
        {
            middle.Slice((i + 1) * Half, Half).CopyTo(states.AsSpan(i * EncodedText.Width));
            last.Slice((i + 1) * Half, Half).CopyTo(states.AsSpan((i * EncodedText.Width) + Half));
        }

        return new EncodedText(pieces, states);
    }
}
