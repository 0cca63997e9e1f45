using CommonLanguage.Glossary;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Refusals as the contract sends them: a canonical code, ErrorInfo with the documented reason, and the field at fault.</summary>
static class RefusalStatus
{
    const string Domain = "commonlanguage";

    /// <summary>The exception that ends the call.</summary>
    public static RpcException ToRpcException(this RefusalException refusal) => refusal.ToStatus().ToRpcException();

    /// <summary>What the caller is sent.</summary>
    public static Google.Rpc.Status ToStatus(this RefusalException refusal)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = NameOf(refusal.Reason) };
        foreach (var (key, value) in refusal.Metadata)
            info.Metadata[key] = value;
        if (refusal.Field is not null)
            info.Metadata["field"] = refusal.Field;
        var status = new Google.Rpc.Status { Code = (int)CodeOf(refusal.Reason), Message = refusal.Message, Details = { Any.Pack(info) } };
        if (refusal.Field is not null)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations = { new BadRequest.Types.FieldViolation { Field = refusal.Field, Description = refusal.Message } },
            }));
        }

        return status;
    }

    /// <summary>The reason as the contract writes it: TERM_TOO_LONG for TermTooLong.</summary>
    public static string NameOf(ErrorReason reason)
    {
        var name = reason.ToString();
        var written = new System.Text.StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && written.Length > 0)
                _ = written.Append('_');
            _ = written.Append(char.ToUpperInvariant(c));
        }

        return written.ToString();
    }

    /// <summary>The canonical code of a reason, as error_reason.proto documents it.</summary>
    public static StatusCode CodeOf(ErrorReason reason) => reason switch
    {
        ErrorReason.PartnershipNotFound or ErrorReason.OrganisationNotFound or ErrorReason.EntryNotFound or ErrorReason.ConflictNotFound
            or ErrorReason.ActNotFound or ErrorReason.PathUnknown => StatusCode.NotFound,
        ErrorReason.RoleMissing or ErrorReason.ScopeMissing or ErrorReason.OwnProposal => StatusCode.PermissionDenied,
        ErrorReason.SignInInvalid => StatusCode.Unauthenticated,
        ErrorReason.AlreadyExists => StatusCode.AlreadyExists,
        ErrorReason.EtagStale => StatusCode.Aborted,
        ErrorReason.Archived or ErrorReason.Behind or ErrorReason.StorageReadOnly or ErrorReason.StateNotAllowed or ErrorReason.ProposalSuperseded
            or ErrorReason.SignOffIncomplete or ErrorReason.MeaningChanged or ErrorReason.MappingContradicts => StatusCode.FailedPrecondition,
        ErrorReason.FileTooLarge or ErrorReason.StorageFull or ErrorReason.TooBusy or ErrorReason.WatcherTooSlow
            or ErrorReason.MessageTooLarge => StatusCode.ResourceExhausted,
        ErrorReason.StorageFailed or ErrorReason.ShuttingDown => StatusCode.Unavailable,
        ErrorReason.StorageDamaged => StatusCode.DataLoss,
        ErrorReason.MethodUnknown => StatusCode.Unimplemented,
        ErrorReason.OutOfTime => StatusCode.DeadlineExceeded,
        ErrorReason.InternalFault => StatusCode.Internal,
        _ => StatusCode.InvalidArgument,
    };
}
