namespace CommonLanguage.Tests.Faults;

/// <summary>A clock that a test sets; the monotonic one only goes forward, as that of a machine does.</summary>
sealed class SetClock : TimeProvider
{
    TimeSpan passed;

    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => passed.Ticks;

    public void Pass(TimeSpan time)
    {
        passed += time;
        Now += time;
    }
}
