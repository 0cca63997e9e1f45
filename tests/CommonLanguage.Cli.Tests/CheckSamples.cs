using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Cli.Tests;

static partial class Samples
{
    public static CheckReport Checked { get; } = CheckedWith("");

    /// <summary>What a check found, with something behind every text.</summary>
    public static CheckReport CheckedWith(string tail)
    {
        var entries = (FindingEntry[])
        [
            new("organisations/nist/entries/access-list-1", "National Institute of Standards and Technology" + tail, "access list", List + tail),
            new("organisations/cnss/entries/access-list-2", "Committee on National Security Systems" + tail, "Access List (AL)", Roster + tail),
        ];
        return new(
            [
                Found("CL001", Severity.Warning, 3, "access list", "'access list' means something else to Committee on National Security Systems than to National Institute of Standards and Technology: \"list\", there \"Roster\"; 2 more in this file.", entries),
                Found("CL002", Severity.Error, 12, "visitors' list", "'visitors' list' is forbidden at National Institute of Standards and Technology; use 'access list'.", entries[..1]),
                Found("CL004", Severity.Info, 140, "ACL", "'ACL' is spelled out neither in this document nor in the glossary.", []),
                Found("CL010", Severity.Info, 141, "", "This suppression silences nothing; remove it.", []),
            ],
            new(1, 204, 9, "3f2a91c0d7e54b10", new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), 1, 1, 2, 4, 0, 0));

        Finding Found(string rule, Severity severity, int line, string term, string message, FindingEntry[] meanings) => new(
            rule, severity, "guides/visitors.md" + tail, new Place(0, 1, 0, 1, line, 7, line, 8), term, message + tail, [.. meanings], [], [], [], "", "f");
    }
}
