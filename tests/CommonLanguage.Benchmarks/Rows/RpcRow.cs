using System.Diagnostics;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>Look-ups over gRPC against an empty call on the same server, 64 callers on one connection without TLS.</summary>
static class RpcRow
{
    const int Callers = 64;
    const int Organisations = 8;
    const int Words = 1_000;
    const int BatchWords = 100;
    const int Rounds = 5;
    static readonly TimeSpan Span = TimeSpan.FromSeconds(1.5);

    static readonly Method<LookUpTermRequest, byte[]> KeepingBytes = new(
        MethodType.Unary, LookupService.Descriptor.FullName, nameof(LookupService.LookupServiceClient.LookUpTerm),
        Marshallers.Create(request => request.ToByteArray(), LookUpTermRequest.Parser.ParseFrom), Marshallers.Create(bytes => bytes, bytes => bytes));

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var terms = Glossaries.Terms(Words);
        // Beside the words of all eight, words of one alone: many small answers.
        var own = Glossaries.Terms(2 * Words)[Words..];
        await Engine.FillAsync(folder.Path, [.. Enumerable.Range(0, Organisations).Select(i => Glossaries.Of(i == 0 ? [.. terms, .. own] : terms, i))]);
        await using var server = await ServerProcess.StartWithEmptyCallAsync(folder.Path);
        await server.ReadyAsync();
        var empty = new EmptyService.EmptyServiceClient(server.Channel);
        var lookup = new LookupService.LookupServiceClient(server.Channel);
        var bytes = server.Channel.CreateCallInvoker();
        var answer = await lookup.LookUpTermAsync(new() { Term = terms[0] });
        Report.Print($"  an answer: {answer.Meanings.Count} definitions, {answer.CalculateSize()} bytes");
        var nothing = new Nothing();

        Func<Task<Cost>>[] kinds =
        [
            Kind(async _ => await empty.CallAsync(nothing)),
            Kind(async i => await bytes.AsyncUnaryCall(KeepingBytes, null, default, new() { Term = terms[i % Words] })),
            Kind(async i => await lookup.LookUpTermAsync(new() { Term = terms[i % Words] })),
            Kind(async i => await lookup.BatchLookUpTermsAsync(Batch(terms, i))),
            Kind(async i => await bytes.AsyncUnaryCall(KeepingBytes, null, default, new() { Term = own[i % Words] })),
            Kind(async i => await lookup.BatchLookUpTermsAsync(Batch(own, i))),
        ];
        _ = await Measuring.Rounds.MediansAsync(2, kinds);
        var costs = await Measuring.Rounds.MediansAsync(Rounds, kinds);

        Report.Ratio("LookUpTerm, server CPU a call / empty call", costs[1].Cpu, costs[0].Cpu, "1.5, wanted 1.3");
        Report.Print($"  calls a second / empty call: generated client {costs[0].Wall / costs[2].Wall:0.00} (bar 0.75), client that keeps bytes {costs[0].Wall / costs[1].Wall:0.00} (bar 0.95); {1 / costs[2].Wall.TotalSeconds:0}, {1 / costs[1].Wall.TotalSeconds:0} / {1 / costs[0].Wall.TotalSeconds:0}");
        Report.Ratio("100 words in one call, server CPU a word / LookUpTerm", costs[3].Cpu / BatchWords, costs[1].Cpu, "0.04, wanted 0.03");
        Report.Ratio("the same, one definition a word", costs[5].Cpu / BatchWords, costs[4].Cpu, "none");

        Func<Task<Cost>> Kind(Func<int, Task> call) => () => CallsAsync(server.Id, call);

        BatchLookUpTermsRequest Batch(string[] of, int i)
        {
            var request = new BatchLookUpTermsRequest();
            for (var word = 0; word < BatchWords; word++)
                request.Terms.Add(of[((i * BatchWords) + word) % Words]);
            return request;
        }
    }

    /// <summary>What a call costs a server that as many callers ask as fast as they can.</summary>
    public static async Task<Cost> CallsAsync(int server, Func<int, Task> call)
    {
        var calls = 0;
        var cost = await Cost.OfAsync(
            () =>
            {
                var began = Stopwatch.GetTimestamp();
                return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
                {
                    while (Stopwatch.GetElapsedTime(began) < Span)
                        await call(Interlocked.Increment(ref calls));
                })));
            },
            server);
        return cost.Per(calls);
    }
}
