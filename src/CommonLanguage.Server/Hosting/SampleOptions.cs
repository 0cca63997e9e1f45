namespace CommonLanguage.Server.Hosting;

/// <summary>Whether an empty store is filled with the sample partnership. Command line "--sample".</summary>
sealed record SampleOptions(bool IsWanted)
{
    const string Key = "Sample";

    public static SampleOptions Read(IConfiguration configuration) => new(configuration.GetValue(Key, defaultValue: false));

    /// <summary>The command line with a value for the switch, as settings want it.</summary>
    public static string[] WithValue(string[] args) => [.. args.Select(arg => arg is "--sample" ? $"--{Key}=true" : arg)];
}
