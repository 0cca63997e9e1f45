using System.Reflection;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>The trained judges of this assembly, made by CommonLanguage.Training (docs/model-card.md). Immutable and thread-safe.</summary>
/// <param name="English">Relations, with word vectors.</param>
/// <param name="Plain">Relations in languages without vectors.</param>
/// <param name="Lone">Relations of pairs that are compared by themselves.</param>
/// <param name="Similarity">How alike two meanings are.</param>
/// <param name="Conflict">How badly a reader of one would misread the other.</param>
sealed record Judges(RelationJudge English, RelationJudge Plain, LoneRelation Lone, Logistic Similarity, ConflictJudge Conflict)
{
    /// <summary>"CLJ2", little-endian.</summary>
    const int Magic = 0x324A4C43;

    /// <summary>Those that this assembly ships.</summary>
    public static Judges Shipped { get; } = Open();

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        English.Write(writer);
        Plain.Write(writer);
        Lone.Write(writer);
        Similarity.Write(writer);
        Conflict.Write(writer);
    }

    public static Judges Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != Magic)
            throw new InvalidDataException("The judges of this assembly are damaged: build it anew.");
        return new(RelationJudge.Read(reader), RelationJudge.Read(reader), LoneRelation.Read(reader), Logistic.Read(reader), ConflictJudge.Read(reader));
    }

    static Judges Open() => Read(Assembly.GetExecutingAssembly().GetManifestResourceStream("judges.trees")!);
}
