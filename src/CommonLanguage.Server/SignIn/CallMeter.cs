using System.Threading.RateLimiting;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>Counts what each person asks for, and refuses what is too much. Thread-safe.</summary>
sealed class CallMeter : IDisposable
{
    const int SecondsOfABurst = 10;

    readonly CallLimits limits;
    readonly PartitionedRateLimiter<string> calls;
    readonly PartitionedRateLimiter<string> heavy;
    readonly PartitionedRateLimiter<string> streams;

    public CallMeter(CallLimits limits)
    {
        this.limits = limits;
        calls = PartitionedRateLimiter.Create<string, string>(person => limits.CallsPerSecond == 0
            ? RateLimitPartition.GetNoLimiter(person)
            : RateLimitPartition.GetTokenBucketLimiter(person, _ => new()
            {
                TokenLimit = limits.CallsPerSecond * SecondsOfABurst,
                TokensPerPeriod = limits.CallsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        heavy = AtOnce(limits.HeavyCallsAtOnce);
        streams = AtOnce(limits.StreamsAtOnce);
    }

    /// <summary>Counts a call; dispose what is given when it ends.</summary>
    /// <exception cref="RefusalException">Too many (TooBusy).</exception>
    public RateLimitLease? Begin(string person, CallWeight weight)
    {
        using (var call = calls.AttemptAcquire(person))
        {
            if (!call.IsAcquired)
                throw TooBusy(FormattableString.Invariant($"{Shown.Quoted(person)} calls more than {limits.CallsPerSecond} times a second; slow down, or ask for many words in one call."));
        }

        if (weight == CallWeight.Light)
            return null;
        var lease = (weight == CallWeight.Heavy ? heavy : streams).AttemptAcquire(person);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        throw TooBusy(weight == CallWeight.Heavy
            ? FormattableString.Invariant($"{Shown.Quoted(person)} has {limits.HeavyCallsAtOnce} imports, exports, snapshots or checks running; wait until one has ended.")
            : FormattableString.Invariant($"{Shown.Quoted(person)} has {limits.StreamsAtOnce} streams open; close one."));
    }

    public void Dispose()
    {
        calls.Dispose();
        heavy.Dispose();
        streams.Dispose();
    }

    static PartitionedRateLimiter<string> AtOnce(int most) => PartitionedRateLimiter.Create<string, string>(person => most == 0
        ? RateLimitPartition.GetNoLimiter(person)
        : RateLimitPartition.GetConcurrencyLimiter(person, _ => new() { PermitLimit = most }));

    static RefusalException TooBusy(string message) => new(ErrorReason.TooBusy, message);
}
