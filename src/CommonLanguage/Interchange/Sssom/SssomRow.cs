using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Sssom;

/// <summary>A mapping with the names of its sides.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Subject">Its first side.</param>
/// <param name="Object">Its second side.</param>
/// <param name="Time">When it was decided.</param>
sealed record SssomRow(Mapping Mapping, SssomSide Subject, SssomSide Object, DateTimeOffset Time);
