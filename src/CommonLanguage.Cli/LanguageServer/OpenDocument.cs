using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Cli.LanguageServer;

/// <summary>A document as the editor shows it, with what was found in it.</summary>
/// <param name="Uri">Its address, as the editor writes it.</param>
/// <param name="Version">The editor's number of the state.</param>
/// <param name="Document">What is read of it.</param>
/// <param name="Findings">What was found.</param>
sealed record OpenDocument(string Uri, int Version, Document Document, ImmutableArray<Finding> Findings);
