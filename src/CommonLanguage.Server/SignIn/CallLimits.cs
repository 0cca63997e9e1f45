using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>How much one person or program may ask of the server, so that the others get their answers. Only where callers sign in.</summary>
public sealed class CallLimits
{
    const string Section = "Limits";

    /// <summary>Calls a second, over ten seconds; 0 = any number. Default 1 000.</summary>
    public int CallsPerSecond { get; init; } = 1_000;

    /// <summary>Imports, exports, snapshots and document checks at the same time; 0 = any number. Default 4.</summary>
    public int HeavyCallsAtOnce { get; init; } = 4;

    /// <summary>Streams that stay open at the same time; 0 = any number. Default 100.</summary>
    public int StreamsAtOnce { get; init; } = 100;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="RefusalException">Not a number from 0 on.</exception>
    public static CallLimits Read(IConfiguration configuration)
    {
        var standard = new CallLimits();
        return new()
        {
            CallsPerSecond = Number(nameof(CallsPerSecond), standard.CallsPerSecond),
            HeavyCallsAtOnce = Number(nameof(HeavyCallsAtOnce), standard.HeavyCallsAtOnce),
            StreamsAtOnce = Number(nameof(StreamsAtOnce), standard.StreamsAtOnce),
        };

        int Number(string key, int unless) => configuration[$"{Section}:{key}"] is not { Length: > 0 } text ? unless
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_000_000 ? number
            : throw new RefusalException(ErrorReason.ValueUnknown, $"{Section}:{key} is {Shown.Quoted(text)}; give a whole number from 0 (no limit) to 10000000.", $"{Section}:{key}");
    }
}
