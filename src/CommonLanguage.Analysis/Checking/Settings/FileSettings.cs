using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>Who writes and who reads some files.</summary>
/// <param name="Path">Which files: a path from the root with slashes, where * stands for any characters.</param>
/// <param name="Organisation">The author's organisation; empty = as for the others.</param>
/// <param name="Audience">The readers' organisations; empty = as for the others.</param>
public sealed record FileSettings(string Path, string Organisation, ImmutableArray<string> Audience);
