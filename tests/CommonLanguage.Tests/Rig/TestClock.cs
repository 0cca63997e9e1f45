namespace CommonLanguage.Tests.Rig;

/// <summary>A clock that stands until it is moved.</summary>
sealed class TestClock : TimeProvider
{
    DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Move(TimeSpan by) => now += by;

    public void MoveTo(int year, int month, int day) => now = new(year, month, day, 12, 0, 0, TimeSpan.Zero);
}
