using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Hosting;

/// <summary>Fills an empty store with the sample partnership and shows what that brings to light.</summary>
sealed class SampleLoader(SampleOptions options, GlossaryImporter importer, LiveTables tables, StoreReader reader, ConflictSweep sweep, DeskAddress address, TimeProvider time)
{
    const int ShownConflicts = 5;
    static readonly PartnershipId Partnership = PartnershipId.Parse("sample", "partnership");

    static readonly (string File, string Organisation, string Name)[] Glossaries =
    [
        ("nist.csv", "nist", "National Institute of Standards and Technology"),
        ("cnss.csv", "cnss", "Committee on National Security Systems"),
        ("fips.csv", "fips", "Federal Information Processing Standards"),
        ("fedramp.csv", "fedramp", "Federal Risk and Authorization Management Program"),
    ];

    /// <summary>Loads the sample where it is wanted and the store is empty.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        if (!options.IsWanted)
            return;
        if (tables.Current.Sequence > 0)
        {
            Console.WriteLine("The store is not empty: the sample was not loaded again.");
        }
        else
        {
            var began = time.GetTimestamp();
            var folder = Path.Combine(AppContext.BaseDirectory, "samples");
            foreach (var (file, organisation, name) in Glossaries)
            {
                var report = await importer.ImportAsync(
                    Actor.Service,
                    new ImportRequest(OrganisationId.Parse(organisation, "organisation"), name, Partnership, ValidateOnly: false),
                    ReadAsync(Path.Combine(folder, file), cancellation),
                    _ => ValueTask.CompletedTask,
                    cancellation);
                Console.WriteLine(FormattableString.Invariant($"Loaded {report.Added} definitions of {name}, {report.Refused} rows refused."));
            }

            _ = await sweep.JudgeWaitingAsync(cancellation);
            Console.WriteLine(FormattableString.Invariant($"The sample was loaded in {time.GetElapsedTime(began).TotalSeconds:0.0} s."));
        }

        await ShowSharpestAsync(cancellation);
        // The last line is what is read first.
        if (address.Desk is { } desk)
            Console.WriteLine($"Open {desk} in a browser to see what parts them, and to settle it.");
    }

    async Task ShowSharpestAsync(CancellationToken cancellation)
    {
        var directory = tables.Current.Directory;
        if (directory.Find(Partnership) is not { } partnership)
            return;
        var (page, total) = await reader.ReadQueueAsync(new(partnership.Key, [], [], 0, [], ""), 2, 0, ShownConflicts, cancellation);
        Console.WriteLine(FormattableString.Invariant($"{total} words are in conflict. The {page.Count} sharpest:"));
        foreach (var conflict in page)
        {
            var sharpest = conflict.Pairs[0];
            var sides = $"{directory[conflict.Parties[sharpest.A].Organisation].Id} / {directory[conflict.Parties[sharpest.B].Organisation].Id}";
            var difference = sharpest.Comparison.Evidence is [var first, ..] ? first.Reason : "one word for unrelated things";
            Console.WriteLine(FormattableString.Invariant($"  {conflict.Severity:0.00}  {conflict.Term} ({conflict.Kind.ToString().ToLowerInvariant()}, {sides}): {Shown.OneLine(difference)}"));
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var buffer = new byte[256 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var length)
            yield return buffer.AsMemory(0, length);
    }
}
