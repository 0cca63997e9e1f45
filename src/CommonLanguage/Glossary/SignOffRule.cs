namespace CommonLanguage.Glossary;

/// <summary>When a proposal counts as accepted in a partnership.</summary>
/// <param name="Kind">Who must accept.</param>
/// <param name="Count">Minimum: how many; else 0.</param>
public readonly record struct SignOffRule(SignOffKind Kind, int Count)
{
    /// <summary>What holds where nothing else was agreed: nobody objects.</summary>
    public static readonly SignOffRule All = new(SignOffKind.All, 0);

    /// <summary>Reads a rule.</summary>
    /// <exception cref="RefusalException">No such kind, or a number that does not go with it.</exception>
    public static SignOffRule Of(SignOffKind kind, int count, string field)
    {
        if (!Enum.IsDefined(kind))
            throw new RefusalException(ErrorReason.ValueUnknown, $"'{field}.kind' is none of the sign-off rules; give one of them.", field + ".kind");
        var isInRange = kind == SignOffKind.Minimum ? count is >= 1 and <= Limits.Members : count == 0;
        return isInRange
            ? new(kind, count)
            : throw Refusals.Unreadable(
                ErrorReason.NumberOutOfRange,
                kind == SignOffKind.Minimum
                    ? FormattableString.Invariant($"'{field}.minimum' is {count}; give a number from 1 to {Limits.Members}.")
                    : FormattableString.Invariant($"'{field}.minimum' is {count}, but goes with the rule 'minimum' only; leave it out."),
                field + ".minimum",
                FormattableString.Invariant($"{count}"));
    }

    /// <summary>The rule among some who have a say: a minimum is never more than they are.</summary>
    public SignOffRule Among(int voices) => this with { Count = Math.Min(Count, voices) };

    /// <summary>Whether a proposal is accepted by positions taken, none of them missing.</summary>
    public bool IsMet(int accepting, int objecting) => Kind switch
    {
        SignOffKind.Majority => accepting > objecting,
        SignOffKind.Minimum => accepting >= Count,
        _ => accepting > 0 && objecting == 0,
    };

    /// <summary>Whether the positions still missing cannot change that it is accepted.</summary>
    public bool IsMetWhateverFollows(int accepting, int objecting, int missing) => Kind switch
    {
        SignOffKind.Majority => accepting > objecting + missing,
        SignOffKind.Minimum => accepting >= Count,
        _ => missing == 0 && IsMet(accepting, objecting),
    };
}
