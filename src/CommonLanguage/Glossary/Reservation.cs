namespace CommonLanguage.Glossary;

/// <summary>What an organisation wanted kept when it accepted a settlement.</summary>
/// <param name="Organisation">The store's number.</param>
/// <param name="Statement">Its words.</param>
public sealed record Reservation(int Organisation, string Statement);
