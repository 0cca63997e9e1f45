using System.Buffers;
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

    static readonly Marshaller<byte[]> Ready = Marshallers.Create<byte[]>(
        (bytes, context) =>
        {
            context.SetPayloadLength(bytes.Length);
            context.GetBufferWriter().Write(bytes);
            context.Complete();
        },
        context => context.PayloadAsNewBuffer());

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<LookupBytes> context)
    {
        context.AddUnaryMethod(
            Method(MethodType.Unary, nameof(LookupBytes.LookUpTerm), LookUpTermRequest.Parser), [], (service, request, call) => service.LookUpTerm(request, call));
        context.AddUnaryMethod(
            Method(MethodType.Unary, nameof(LookupBytes.BatchLookUpTerms), BatchLookUpTermsRequest.Parser), [], (service, request, call) => service.BatchLookUpTerms(request, call));
        context.AddDuplexStreamingMethod(
            Method(MethodType.DuplexStreaming, nameof(LookupBytes.LookUpTerms), LookUpTermRequest.Parser), [], (service, requests, answers, call) => service.LookUpTerms(requests, answers, call));
    }

    static Method<T, byte[]> Method<T>(MethodType type, string name, MessageParser<T> parser)
        where T : class, IMessage<T> =>
        new(type, LookupService.Descriptor.FullName, name, Marshallers.Create<T>((_, _) => throw new NotSupportedException(), context => parser.ParseFrom(context.PayloadAsReadOnlySequence())), Ready);
}
