using CommonLanguage.Glossary;
using CommonLanguage.Server.SignIn;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Who calls.</summary>
static class Callers
{
    /// <summary>The caller of a call, with what they may do at this moment: a stream asks again from time to time.</summary>
    /// <exception cref="RefusalException">Not signed in, or no longer (SignInInvalid).</exception>
    public static Actor ActorOf(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return Caller.Of(http).ActorOf(http);
    }

    /// <summary>The same for reading, which nothing is logged of.</summary>
    /// <exception cref="RefusalException">Not signed in, or no longer (SignInInvalid).</exception>
    public static Actor ReaderOf(ServerCallContext context) => Caller.Of(context.GetHttpContext()).Reader();
}
