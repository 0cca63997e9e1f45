namespace CommonLanguage.Server.SignIn;

/// <summary>What a call costs the server.</summary>
enum CallWeight
{
    /// <summary>Answered at once.</summary>
    Light,
    /// <summary>Stays open, mostly at rest.</summary>
    Stream,
    /// <summary>Keeps the server busy for a while.</summary>
    Heavy,
}
