package android.security.keystore

import java.security.spec.AlgorithmParameterSpec

/** Stands in for Android's class of this name. */
class KeyGenParameterSpec private constructor(
    val keystoreAlias: String,
    val purposes: Int,
    val blockModes: List<String>,
    val encryptionPaddings: List<String>,
    val keySize: Int,
) : AlgorithmParameterSpec {
    class Builder(private val keystoreAlias: String, private val purposes: Int) {
        private var blockModes = emptyList<String>()
        private var encryptionPaddings = emptyList<String>()
        private var keySize = -1

        fun setBlockModes(vararg modes: String) = apply { blockModes = modes.toList() }

        fun setEncryptionPaddings(vararg paddings: String) = apply { encryptionPaddings = paddings.toList() }

        fun setKeySize(bits: Int) = apply { keySize = bits }

        fun build() = KeyGenParameterSpec(keystoreAlias, purposes, blockModes, encryptionPaddings, keySize)
    }
}
