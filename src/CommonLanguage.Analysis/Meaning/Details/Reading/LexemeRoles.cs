namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>The parts that words play in the details of a definition.</summary>
[Flags]
enum LexemeRoles : ulong
{
    None = 0,
    Function = 1UL << 0,
    Negator = 1UL << 1,
    /// <summary>Denies the noun that follows: without, except.</summary>
    Excluder = 1UL << 2,
    Includer = 1UL << 3,
    /// <summary>"Whether or not", "with or without".</summary>
    Regardless = 1UL << 4,
    Example = 1UL << 5,
    Must = 1UL << 6,
    Should = 1UL << 7,
    May = 1UL << 8,
    AtLeast = 1UL << 9,
    AtMost = 1UL << 10,
    More = 1UL << 11,
    Less = 1UL << 12,
    AtLeastAfter = 1UL << 13,
    AtMostAfter = 1UL << 14,
    About = 1UL << 15,
    Before = 1UL << 16,
    After = 1UL << 17,
    If = 1UL << 18,
    When = 1UL << 19,
    Only = 1UL << 20,
    Also = 1UL << 21,
    All = 1UL << 22,
    Some = 1UL << 23,
    Any = 1UL << 24,
    Party = 1UL << 25,
    AnyParty = 1UL << 26,
    Number = 1UL << 27,
    Multiplier = 1UL << 28,
    Unit = 1UL << 29,
    Working = 1UL << 30,
    Be = 1UL << 31,
    Have = 1UL << 32,
    By = 1UL << 33,
    To = 1UL << 34,
    From = 1UL << 35,
    Of = 1UL << 36,
    For = 1UL << 37,
    And = 1UL << 38,
    Or = 1UL << 39,
    Relative = 1UL << 40,
    Preposition = 1UL << 41,
    /// <summary>Verbs whose subject receives: receive, borrow.</summary>
    Receiving = 1UL << 42,
    /// <summary>Words that deny by themselves: fail, lack.</summary>
    Failing = 1UL << 43,
    /// <summary>"Per", "every", "a" before a unit.</summary>
    Per = 1UL << 44,
    Frequency = 1UL << 45,
    Place = 1UL << 46,
    Month = 1UL << 47,
    /// <summary>Before a number that names something: section 3.</summary>
    Label = 1UL << 48,
    Level = 1UL << 49,
    Times = 1UL << 50,
    But = 1UL << 51,
    Article = 1UL << 52,
    In = 1UL << 53,
    Unless = 1UL << 54,
    Ordinal = 1UL << 55,
    Between = 1UL << 56,
    With = 1UL << 57,
    Weekday = 1UL << 58,
    /// <summary>Opens a remark about the entry: see also.</summary>
    Aside = 1UL << 59,
    /// <summary>Verbs that deny the verb after them: stop, fail.</summary>
    Ceasing = 1UL << 60,
    During = 1UL << 61,
    Modal = Must | Should | May,
    Bound = AtLeast | AtMost | More | Less | About,
    /// <summary>Words that shape a sentence and mean nothing of their own.</summary>
    Grammar = Function | Negator | Excluder | Includer | Regardless | Example | Modal | Bound | AtLeastAfter | AtMostAfter | Before | After | If
        | When | Only | Also | All | Some | Any | Be | Have | By | To | From | Of | For | And | Or | Relative | Preposition | Per | But | Article | In | Unless | With,
    /// <summary>Where the scope of a negation ends.</summary>
    Border = Relative | Preposition | If | When | Unless | But | Excluder | Includer | Regardless | Example | By | To | From | Of | For | In | Before | After | With,
}
