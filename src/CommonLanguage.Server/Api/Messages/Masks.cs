using CommonLanguage.Glossary;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Update masks (AIP-134): only fields that can be changed may be named.</summary>
static class Masks
{
    /// <summary>Checks a mask.</summary>
    /// <exception cref="RefusalException">A path cannot be changed (FieldMaskInvalid).</exception>
    public static void Check(FieldMask mask, ReadOnlySpan<string> paths)
    {
        foreach (var path in mask.Paths)
        {
            if (paths.Contains(path))
                continue;
            throw new RefusalException(
                ErrorReason.FieldMaskInvalid,
                $"'update_mask' names {Shown.Quoted(path)}; it can name {string.Join(", ", paths.ToArray())}.",
                "update_mask",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = path.Length <= 200 ? path : path[..200] });
        }
    }

    /// <summary>Whether an update changes a field: the mask names it, or there is no mask and the field is set.</summary>
    public static bool Takes(FieldMask? mask, string path, bool isSet) => mask is null || mask.Paths.Count == 0 ? isSet : mask.Paths.Contains(path);
}
