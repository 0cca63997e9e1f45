using System.Threading.Channels;

namespace CommonLanguage.Conflicts;

/// <summary>Words that were judged by less than there is, and wait to be judged again. Thread-safe; lives as long as the process.</summary>
public sealed class WaitingWords
{
    readonly Lock gate = new();
    readonly HashSet<string> words = new(StringComparer.Ordinal);
    readonly Channel<bool> filled = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    int taken;

    /// <summary>How many wait or are being judged.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return words.Count + taken;
        }
    }

    /// <summary>Adds words.</summary>
    internal void Add(IEnumerable<string> more)
    {
        lock (gate)
        {
            words.UnionWith(more);
            if (words.Count > 0)
                _ = filled.Writer.TryWrite(true);
        }
    }

    /// <summary>Takes at most so many words; they count until they are given back.</summary>
    internal string[] Take(int most)
    {
        lock (gate)
        {
            string[] some = [.. words.Take(most)];
            words.ExceptWith(some);
            taken += some.Length;
            return some;
        }
    }

    /// <summary>Gives words back that were taken.</summary>
    /// <param name="some">The words.</param>
    /// <param name="areJudged">False when they go on waiting.</param>
    internal void Return(string[] some, bool areJudged)
    {
        lock (gate)
            taken -= some.Length;
        if (!areJudged)
            Add(some);
    }

    /// <summary>Waits until there are words.</summary>
    internal async Task WaitAsync(CancellationToken cancellation)
    {
        while (!HasAny())
            _ = await filled.Reader.ReadAsync(cancellation);
    }

    bool HasAny()
    {
        lock (gate)
            return words.Count > 0;
    }
}
