using System.Runtime.InteropServices;
using CommonLanguage.Training.Aligning.Onnx;
using Google.Protobuf;

namespace CommonLanguage.Training.Aligning;

/// <summary>
/// Rewrites a sentence encoder of the BERT family (ONNX): its weights become 8-bit integers, and the states after its third layer become an
/// output beside those after its last. The same input gives the same bytes.
/// </summary>
static class EncoderMaker
{
    const int Float32 = 1;
    const int Int8 = 3;

    /// <summary>Name of the added output.</summary>
    const string Middle = "middle";

    /// <param name="source">Path of the model as it was published.</param>
    /// <param name="target">Path of the file to write.</param>
    /// <param name="middleLayer">Number of the layer, from 0, whose states become the added output.</param>
    public static void Make(string source, string target, int middleLayer = 2)
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(source));
        var graph = model.Graph;
        AddMiddle(graph, middleLayer);
        QuantiseProducts(graph);
        QuantiseEmbeddings(graph);
        using var file = File.Create(target);
        model.WriteTo(file);
    }

    // The node whose output the next layer takes: the last LayerNorm of the layer.
    static void AddMiddle(GraphProto graph, int layer)
    {
        var norm = $"encoder.layer.{layer}.output.LayerNorm.bias";
        var last = graph.Node.Single(node => node.OpType is "Add" or "LayerNormalization" && node.Input.Any(input => input.EndsWith(norm, StringComparison.Ordinal)));
        graph.Node.Add(new NodeProto { OpType = "Identity", Name = Middle, Input = { last.Output[0] }, Output = { Middle } });
        graph.Output.Add(new ValueInfoProto { Name = Middle, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = Float32 } } });
    }

    static void QuantiseProducts(GraphProto graph)
    {
        var weights = graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var nodes = graph.Node.ToArray();
        var quantised = new HashSet<string>(StringComparer.Ordinal);
        graph.Node.Clear();
        foreach (var node in nodes)
        {
            if (node.OpType != "MatMul" || !weights.TryGetValue(node.Input[1], out var weight) || weight.Dims.Count != 2)
            {
                graph.Node.Add(node);
                continue;
            }

            var (input, name, output) = (node.Input[0], node.Input[1], node.Output[0]);
            if (quantised.Add(name))
                Replace(graph, weight);
            if (quantised.Add("input " + input))
                graph.Node.Add(Node("DynamicQuantizeLinear", [input], [$"{input}/q", $"{input}/scale", $"{input}/zero"]));
            graph.Node.Add(Node("MatMulInteger", [$"{input}/q", $"{name}/q", $"{input}/zero"], [$"{output}/i"]));
            graph.Node.Add(Node("Cast", [$"{output}/i"], [$"{output}/f"], new AttributeProto { Name = "to", I = Float32, Type = 2 }));
            graph.Node.Add(Node("Mul", [$"{input}/scale", $"{name}/scale"], [$"{output}/scale"]));
            graph.Node.Add(Node("Mul", [$"{output}/f", $"{output}/scale"], [output]));
        }
    }

    // One scale a column of the weights.
    static void Replace(GraphProto graph, TensorProto weight)
    {
        var (rows, columns) = ((int)weight.Dims[0], (int)weight.Dims[1]);
        var values = MemoryMarshal.Cast<byte, float>(weight.RawData.Span);
        var (bytes, scales) = (new sbyte[values.Length], new float[columns]);
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
                scales[column] = Math.Max(scales[column], Math.Abs(values[(row * columns) + column]));
            scales[column] = Math.Max(scales[column] / sbyte.MaxValue, 1e-12f);
            for (var row = 0; row < rows; row++)
                bytes[(row * columns) + column] = (sbyte)MathF.Round(values[(row * columns) + column] / scales[column]);
        }

        graph.Initializer.Add(Tensor($"{weight.Name}/q", Int8, weight.Dims, MemoryMarshal.AsBytes(bytes.AsSpan())));
        graph.Initializer.Add(Tensor($"{weight.Name}/scale", Float32, [columns], MemoryMarshal.AsBytes(scales.AsSpan())));
        _ = graph.Initializer.Remove(weight);
    }

    // The table of words keeps one scale for all: a scale a row would need a second look-up.
    static void QuantiseEmbeddings(GraphProto graph)
    {
        var table = graph.Initializer.Single(tensor => tensor.Name.EndsWith("word_embeddings.weight", StringComparison.Ordinal));
        var gather = graph.Node.Single(node => node.OpType == "Gather" && node.Input[0] == table.Name);
        var values = MemoryMarshal.Cast<byte, float>(table.RawData.Span);
        var scale = 0f;
        foreach (var value in values)
            scale = Math.Max(scale, Math.Abs(value));
        scale /= sbyte.MaxValue;
        var bytes = new sbyte[values.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (sbyte)MathF.Round(values[i] / scale);
        graph.Initializer.Add(Tensor($"{table.Name}/q", Int8, table.Dims, MemoryMarshal.AsBytes(bytes.AsSpan())));
        graph.Initializer.Add(Tensor($"{table.Name}/scale", Float32, [], MemoryMarshal.AsBytes<float>([scale])));
        _ = graph.Initializer.Remove(table);
        var output = gather.Output[0];
        gather.Input[0] = $"{table.Name}/q";
        gather.Output[0] = $"{output}/q";
        graph.Node.Insert(graph.Node.IndexOf(gather) + 1, Node("DequantizeLinear", [$"{output}/q", $"{table.Name}/scale"], [output]));
    }

    static NodeProto Node(string type, IEnumerable<string> inputs, IEnumerable<string> outputs, params IEnumerable<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = type, Input = { inputs }, Output = { outputs }, Attribute = { attributes } };
        node.Name = $"{type} {node.Output[0]}";
        return node;
    }

    static TensorProto Tensor(string name, int type, IEnumerable<long> dims, ReadOnlySpan<byte> bytes) =>
        new() { Name = name, DataType = type, Dims = { dims }, RawData = ByteString.CopyFrom(bytes) };
}
