using System.Text.RegularExpressions;
using CommonLanguage.Server.Api;
using CommonLanguage.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Contract;

/// <summary>The engine knows no protos: these tests hold its numbers, names and codes to the contract.</summary>
public sealed class EngineAgreesTests
{
    public static TheoryData<Type, EnumDescriptor> Enumerations => new()
    {
        { typeof(Glossary.ErrorReason), ErrorReasonReflection.Descriptor.FindTypeByName<EnumDescriptor>("ErrorReason") },
        { typeof(Glossary.ChangeKind), Change.Descriptor.FindDescriptor<EnumDescriptor>("Kind") },
        { typeof(Glossary.ConflictState), Conflict.Descriptor.FindDescriptor<EnumDescriptor>("Status") },
        { typeof(Analysis.Meaning.Answers.ConflictKind), ConflictReflection.Descriptor.FindTypeByName<EnumDescriptor>("ConflictKind") },
        { typeof(Analysis.Meaning.Answers.Relation), ConflictReflection.Descriptor.FindTypeByName<EnumDescriptor>("Relation") },
        { typeof(Glossary.TermForm), Term.Descriptor.FindDescriptor<EnumDescriptor>("Form") },
        { typeof(Glossary.TermStatus), Term.Descriptor.FindDescriptor<EnumDescriptor>("Status") },
        { typeof(Glossary.Outcome), ConflictReflection.Descriptor.FindTypeByName<EnumDescriptor>("Outcome") },
        { typeof(Glossary.Verdict), TriageRequest.Descriptor.FindDescriptor<EnumDescriptor>("Verdict") },
        { typeof(CommonLanguage.Reconciliation.NextStepKind), NextStep.Descriptor.FindDescriptor<EnumDescriptor>("Kind") },
        { typeof(Glossary.Stance), Position.Descriptor.FindDescriptor<EnumDescriptor>("Stance") },
        { typeof(Glossary.MappingState), Mapping.Descriptor.FindDescriptor<EnumDescriptor>("State") },
        { typeof(Glossary.Role), AdministrationReflection.Descriptor.FindTypeByName<EnumDescriptor>("Role") },
        { typeof(Glossary.RevisionState), Entry.Descriptor.FindDescriptor<EnumDescriptor>("State") },
    };

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void An_enumeration_of_the_engine_has_the_numbers_and_names_of_the_contract(Type engine, EnumDescriptor contract)
    {
        var ours = Enum.GetValues(engine).Cast<object>().ToDictionary(
            value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture), value => Written(value.ToString()!));
        var theirs = contract.Values.Where(value => value.Number != 0).ToDictionary(value => value.Number, value => value.Name);
        Assert.Equal(theirs.OrderBy(pair => pair.Key), ours.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Each_reason_is_sent_with_the_code_that_the_contract_documents()
    {
        var text = File.ReadAllText(Path.Combine(Source.Protos, "error_reason.proto"));
        var documented = Regex.Matches(text, @"//\s+(?<code>[A-Z_]{5,})\.[^;]*?\n\s+(?<name>[A-Z_]+) = \d+;", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        Assert.True(documented.Count > 40, "The codes could not be read from the comments.");
        foreach (Match reason in documented)
        {
            var code = Enum.Parse<StatusCode>(reason.Groups["code"].Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            var ours = Enum.GetValues<Glossary.ErrorReason>().Single(value => RefusalStatus.NameOf(value) == reason.Groups["name"].Value);
            Assert.True(code == RefusalStatus.CodeOf(ours), $"{reason.Groups["name"].Value} is documented as {code} and sent as {RefusalStatus.CodeOf(ours)}.");
        }
    }

    [Fact]
    public void Ready_answers_have_the_fields_of_the_contract()
    {
        var meaning = NumbersOf(Meaning.Descriptor);
        var settlement = NumbersOf(Settlement.Descriptor);
        foreach (var constant in typeof(Lookup.TermLookup).Assembly.GetType("CommonLanguage.Lookup.MeaningFields")!.GetFields().Where(field => field.IsLiteral))
        {
            var number = (int)constant.GetRawConstantValue()!;
            var expected = constant.Name switch
            {
                "ResponseMeanings" => LookUpTermResponse.MeaningsFieldNumber,
                "ResponseRevisionToken" => LookUpTermResponse.RevisionTokenFieldNumber,
                "BatchResponses" => BatchLookUpTermsResponse.ResponsesFieldNumber,
                "BatchRevisionToken" => BatchLookUpTermsResponse.RevisionTokenFieldNumber,
                var name when name.StartsWith("Reservation", StringComparison.Ordinal) => NumbersOf(Reservation.Descriptor)[name["Reservation".Length..]],
                var name when name.StartsWith("Settlement", StringComparison.Ordinal) && name != "Settlements" => settlement[name["Settlement".Length..]],
                var name => meaning[name],
            };
            Assert.True(expected == number, $"{constant.Name} is {number} in the engine and {expected} in the contract.");
        }
    }

    static Dictionary<string, int> NumbersOf(MessageDescriptor message) => message.Fields.InFieldNumberOrder()
        .ToDictionary(field => field.Name.Replace("_", "", StringComparison.Ordinal), field => field.FieldNumber, StringComparer.OrdinalIgnoreCase);

    static string Written(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? "_" + c : c.ToString())).ToUpperInvariant();
}
