using CommonLanguage.Glossary;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Who calls.</summary>
static class Callers
{
    /// <summary>The caller of a call; without sign-in everybody on this machine is the one local user.</summary>
    public static Actor ActorOf(ServerCallContext context) => Actor.Local(context.Peer);
}
