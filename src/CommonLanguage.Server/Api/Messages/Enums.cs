using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Enumeration values of requests: the numbers of the contract are those of the engine.</summary>
static class Enums
{
    /// <summary>The value of a number.</summary>
    /// <exception cref="RefusalException">No such value (ValueUnknown).</exception>
    public static T Known<T>(int number, string field)
        where T : struct, Enum =>
        Enum.IsDefined(typeof(T), number)
            ? (T)Enum.ToObject(typeof(T), number)
            : throw new RefusalException(
                ErrorReason.ValueUnknown,
                FormattableString.Invariant($"'{field}' is {number}, which this server does not know; use a value of the contract."),
                field,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
}
