namespace CommonLanguage.Training.WordNet;

/// <summary>A set of words with one meaning.</summary>
/// <param name="Part">n, v, a, s (satellite adjective) or r.</param>
/// <param name="Words">Lower case; joined words keep their underscores.</param>
/// <param name="Links">Pointer sign, target synset's index, source word (0 = all), target word (0 = all).</param>
/// <param name="Definition">The gloss without its examples.</param>
/// <param name="Examples">The quoted examples of the gloss.</param>
sealed record Synset(char Part, string[] Words, List<(string Sign, int Target, int From, int To)> Links, string Definition, string Examples);
