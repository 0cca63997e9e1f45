using CommonLanguage.Lookup;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Binds <see cref="LookupBytes"/> to the methods of LookupService, with answers that are bytes already.</summary>
sealed class LookupBytesMethods : IServiceMethodProvider<LookupBytes>
{
    /// <summary>Methods of LookupService that are answered with bytes.</summary>
    public static readonly string[] Names = [nameof(LookupBytes.LookUpTerm), nameof(LookupBytes.BatchLookUpTerms), nameof(LookupBytes.LookUpTerms)];

    static readonly Marshaller<LookupAnswer> Ready = Marshallers.Create<LookupAnswer>(
        (answer, context) =>
        {
            context.SetPayloadLength(answer.Length);
            answer.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        _ => throw new NotSupportedException());

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<LookupBytes> context)
    {
        context.AddUnaryMethod(
            Method(MethodType.Unary, nameof(LookupBytes.LookUpTerm), LookUpTermRequest.Parser), [], (service, request, call) => service.LookUpTerm(request, call));
        context.AddUnaryMethod(
            Method(MethodType.Unary, nameof(LookupBytes.BatchLookUpTerms), BatchLookUpTermsRequest.Parser), [], (service, request, call) => service.BatchLookUpTerms(request, call));
        context.AddDuplexStreamingMethod(
            Method(MethodType.DuplexStreaming, nameof(LookupBytes.LookUpTerms), LookUpTermRequest.Parser), [], (service, requests, answers, call) => service.LookUpTerms(requests, answers, call));
    }

    static Method<T, LookupAnswer> Method<T>(MethodType type, string name, MessageParser<T> parser)
        where T : class, IMessage<T> =>
        new(type, LookupService.Descriptor.FullName, name, Marshallers.Create<T>((_, _) => throw new NotSupportedException(), context => parser.ParseFrom(context.PayloadAsReadOnlySequence())), Ready);
}
