using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CommonLanguage.Server.Hosting;

/// <summary>Healthy when everything is loaded and writes are taken; degraded while loading or rebuilding; unhealthy when writes have stopped.</summary>
sealed class GlossaryHealthCheck(GlossaryStore store, LiveTables tables, SearchHost search, ConflictSweep sweep, VectorSource vectors) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            store.Failure is { } failure ? HealthCheckResult.Unhealthy(failure.Message)
            : !tables.IsLoaded ? HealthCheckResult.Degraded("Look-ups are answered from the store while the tables are loaded.")
            : search.Failure is { } fault ? HealthCheckResult.Degraded($"The search index does not follow: {fault.Message}")
            : search.Percent < 100 ? HealthCheckResult.Degraded(FormattableString.Invariant($"The search index is being rebuilt: {search.Percent} %."))
            : sweep.Percent < 100 ? HealthCheckResult.Healthy(FormattableString.Invariant($"The conflicts are being found again by a newer comparison: {sweep.Percent} %."))
            : sweep.Waiting > 0 ? HealthCheckResult.Healthy(FormattableString.Invariant($"{sweep.Waiting} words wait for the second stage of the comparison."))
            : vectors.Failure is { } reason ? HealthCheckResult.Healthy($"Meanings are compared by the built-in word vectors, the embedding generator fails: {reason}")
            : HealthCheckResult.Healthy());
}
