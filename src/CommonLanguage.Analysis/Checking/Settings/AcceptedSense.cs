using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>A conflict that the authors of some documents know of and live with.</summary>
/// <param name="Term">The word.</param>
/// <param name="Entries">The meanings that were looked at; the first is the one the documents use.</param>
/// <param name="Reason">Why it may stand.</param>
/// <param name="By">Who said so.</param>
/// <param name="On">When.</param>
/// <param name="Until">First day it no longer counts; null = open.</param>
public sealed record AcceptedSense(string Term, ImmutableArray<AcceptedMeaning> Entries, string Reason, string By, DateOnly On, DateOnly? Until = null);
