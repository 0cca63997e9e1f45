using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>An act as the JSON kept in the column "body".</summary>
static class ActBody
{
    static readonly FrozenDictionary<ActKind, Type> Types = new Dictionary<ActKind, Type>
    {
        [ActKind.Triage] = typeof(Triage),
        [ActKind.Assignment] = typeof(Assignment),
        [ActKind.LineUpCorrection] = typeof(LineUpCorrection),
        [ActKind.Assessment] = typeof(Assessment),
        [ActKind.Proposal] = typeof(Proposal),
        [ActKind.Comment] = typeof(Comment),
        [ActKind.Consultation] = typeof(Consultation),
        [ActKind.Position] = typeof(Position),
        [ActKind.Resolution] = typeof(Resolution),
        [ActKind.Deferral] = typeof(Deferral),
        [ActKind.Dismissal] = typeof(Dismissal),
        [ActKind.Reopening] = typeof(Reopening),
        [ActKind.Publication] = typeof(Publication),
        [ActKind.TakingBack] = typeof(TakingBack),
    }.ToFrozenDictionary();

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Act act) => JsonSerializer.Serialize(act, act.GetType(), Options);

    public static Act Read(ActKind kind, string body) => (Act)JsonSerializer.Deserialize(body, Types[kind], Options)!;
}
