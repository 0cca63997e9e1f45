using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Cli.Comparing;

/// <summary>
/// Compares the pairs of a file, line by line, in order. The file is read twice: once to see where each group ends, then to answer; only
/// the lines of groups that have not ended are held.
/// </summary>
static class PairFile
{
    const int LinesOfABlock = 2_048;

    /// <summary>Answers a file.</summary>
    /// <param name="input">The pairs; can be read from its beginning again.</param>
    /// <param name="output">Takes one line for each line read.</param>
    /// <param name="progress">Told the share that is done, 0..1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many lines were read, and how many of them were not valid.</returns>
    public static async Task<(long Lines, long Invalid)> AnswerAsync(Stream input, TextWriter output, Action<double> progress, CancellationToken cancellation)
    {
        var ends = await EndsOfGroupsAsync(input, cancellation);
        input.Position = 0;
        var waiting = new Queue<Slot>();
        var open = new Dictionary<string, List<Slot>>(StringComparer.Ordinal);
        var ready = new List<List<Slot>>();
        long lines = 0, invalid = 0;

        var reader = new LineReader(input);
        while (await reader.ReadAsync(cancellation))
        {
            var slot = new Slot(Parse(reader));
            waiting.Enqueue(slot);
            if (slot.Line.Pair is null)
            {
                slot.Answer = AnswerLine.OfInvalid(slot.Line);
                invalid++;
            }
            else if (slot.Line.Group is not { } group)
            {
                ready.Add([slot]);
            }
            else
            {
                if (!open.TryGetValue(group, out var members))
                    open.Add(group, members = []);
                members.Add(slot);
                if (ends[group] == lines && open.Remove(group))
                    ready.Add(members);
            }

            if (++lines % LinesOfABlock == 0)
            {
                await AnswerReadyAsync();
                progress(reader.BytesRead / (double)Math.Max(input.Length, 1));
            }
        }

        await AnswerReadyAsync();
        return (lines, invalid);

        async Task AnswerReadyAsync()
        {
            _ = Parallel.ForEach(ready, new ParallelOptions { CancellationToken = cancellation }, AnswerGroup);
            ready.Clear();
            while (waiting.TryPeek(out var slot) && slot.Answer is { } answer)
            {
                await output.WriteLineAsync(answer.AsMemory(), cancellation);
                _ = waiting.Dequeue();
            }
        }
    }

    static void AnswerGroup(List<Slot> group)
    {
        Comparison[] comparisons = group is [{ Line: { Group: null, Pair: { } pair } }]
            ? [Judge.Compare(pair)]
            : Judge.Compare([.. group.Select(slot => slot.Line.Pair!)]);
        for (var i = 0; i < group.Count; i++)
            group[i].Answer = AnswerLine.Of(group[i].Line, comparisons[i]);
    }

    /// <summary>The number of the last line of each group, from 0.</summary>
    static async Task<Dictionary<string, long>> EndsOfGroupsAsync(Stream input, CancellationToken cancellation)
    {
        var ends = new Dictionary<string, long>(StringComparer.Ordinal);
        var reader = new LineReader(input);
        for (long number = 0; await reader.ReadAsync(cancellation); number++)
        {
            if (Parse(reader).Group is { } group)
                ends[group] = number;
        }

        return ends;
    }

    static PairLine Parse(LineReader reader) => reader.IsTooLong
        ? new("null", null, null, $"the line is over {LineReader.Limit / 1024 / 1024} MiB; shorten its texts")
        : PairLine.Parse(reader.Line);

    /// <summary>A line that waits for its answer.</summary>
    sealed class Slot(PairLine line)
    {
        public PairLine Line => line;

        public string? Answer { get; set; }
    }
}
