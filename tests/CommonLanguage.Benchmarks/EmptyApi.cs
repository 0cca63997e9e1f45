using Grpc.Core;

namespace CommonLanguage.Benchmarks;

/// <summary>The call that does nothing.</summary>
sealed class EmptyApi : EmptyService.EmptyServiceBase
{
    static readonly Nothing Answer = new();

    public override Task<Nothing> Call(Nothing request, ServerCallContext context) => Task.FromResult(Answer);
}
