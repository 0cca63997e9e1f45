using System.Text;
using CommonLanguage.V1;
using Google.Protobuf.Reflection;

namespace CommonLanguage.Server.Tests.Contract;

/// <summary>Pins the contract: what others were promised stays, number by number. See Contract/contract.txt.</summary>
public sealed class DescriptorTests
{
    static readonly FileDescriptor[] Files =
    [
        GlossaryReflection.Descriptor, LookupReflection.Descriptor, ConflictReflection.Descriptor, InterchangeReflection.Descriptor,
        ChangeReflection.Descriptor, CheckReflection.Descriptor, ErrorReasonReflection.Descriptor, ReconciliationReflection.Descriptor,
        AdministrationReflection.Descriptor,
    ];

    static string GoldenFile => Path.Combine(Source.Folder, "Contract", "contract.txt");

    [Fact]
    public void Nothing_of_the_pinned_contract_was_taken_away_or_changed()
    {
        var current = Describe().ToHashSet(StringComparer.Ordinal);
        var gone = File.ReadAllLines(GoldenFile).Where(line => !current.Contains(line)).ToList();
        Assert.True(gone.Count == 0, $"Others rely on this and it is gone or changed:\n{string.Join('\n', gone)}");
    }

    /// <summary>Set COMMONLANGUAGE_RENEW_GOLDEN=1 to write the file anew, and look at its diff: lines may come, none may go.</summary>
    [Fact]
    public void Everything_in_the_contract_is_pinned()
    {
        if (Environment.GetEnvironmentVariable("COMMONLANGUAGE_RENEW_GOLDEN") == "1")
            File.WriteAllLines(GoldenFile, Describe());
        var pinned = File.ReadAllLines(GoldenFile).ToHashSet(StringComparer.Ordinal);
        var missing = Describe().Where(line => !pinned.Contains(line)).ToList();
        Assert.True(missing.Count == 0, $"Add to {GoldenFile} (COMMONLANGUAGE_RENEW_GOLDEN=1 does):\n{string.Join('\n', missing)}");
    }

    static List<string> Describe()
    {
        List<string> lines = [];
        foreach (var file in Files)
        {
            foreach (var service in file.Services)
            {
                foreach (var method in service.Methods)
                {
                    lines.Add($"rpc {method.FullName} {(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName} -> {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName}");
                    if (method.GetOptions()?.GetExtension(Google.Api.AnnotationsExtensions.Http) is { } rule)
                        lines.Add($"http {method.FullName} {rule.PatternCase} {rule.Get}{rule.Post}{rule.Patch}{rule.Put}{rule.Delete} {rule.Body}".TrimEnd());
                }
            }

            foreach (var type in file.EnumTypes)
                Describe(type, lines);
            foreach (var type in file.MessageTypes)
                Describe(type, lines);
        }

        return lines;
    }

    static void Describe(MessageDescriptor message, List<string> lines)
    {
        foreach (var field in message.Fields.InFieldNumberOrder())
        {
            var type = field.FieldType switch
            {
                FieldType.Message when field.IsMap => "map",
                FieldType.Message => field.MessageType.FullName,
                FieldType.Enum => field.EnumType.FullName,
                _ => field.FieldType.ToString(),
            };
            lines.Add(FormattableString.Invariant($"field {message.FullName} {field.FieldNumber} {field.Name} {(field.IsRepeated ? "repeated " : "")}{type}"));
        }

        foreach (var type in message.EnumTypes)
            Describe(type, lines);
        foreach (var type in message.NestedTypes)
            Describe(type, lines);
    }

    static void Describe(EnumDescriptor type, List<string> lines)
    {
        foreach (var value in type.Values)
            lines.Add(FormattableString.Invariant($"value {type.FullName} {value.Number} {value.Name}"));
    }
}
